"use client";
import { useMemo } from "react";
import type { Resolver } from "react-hook-form";
import { loadCode } from "../internal/loadCode.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { useCatalog, useScope } from "../provider/index.js";
import type { ConfigDraft } from "./ConfigDraft.js";
import { runCode } from "./runCode.js";

/**
 * Returns what checks the draft of a form, once the code of it is there. It keeps its identity and checks against the
 * newest catalog, variables and words.
 */
export function useFormResolver(): Resolver<ConfigDraft> {
  const { catalog } = useCatalog();
  const latest = useLatest({ catalog, scope: useScope(), t: useMessages() });
  return useMemo((): Resolver<ConfigDraft> => {
    let resolve: Resolver<ConfigDraft> | undefined;
    return async (...draft) => {
      const { createResolver } = await loadCode(runCode);
      resolve ??= createResolver(() => latest.current);
      return resolve(...draft);
    };
  }, [latest]);
}
