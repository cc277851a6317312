"use client";
import { useMemo } from "react";
import { validateConfigFields } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { readerOf } from "../internal/loadLanguage.js";
import { useMessages } from "../messages/index.js";
import { useCatalog, useScope } from "../provider/index.js";
import { createFormSchema } from "./createFormSchema.js";
import { formatDiagnostic } from "./formatProblem.js";
import { referenceTools } from "./referenceTools.js";
import { settingTools } from "./settingTools.js";

/** Returns the schema of the form. It keeps its identity and checks against the newest catalog, variables and words. */
export function useFormSchema() {
  const { catalog } = useCatalog();
  const latest = useLatest({ catalog, scope: useScope(), t: useMessages() });
  return useMemo(
    () =>
      createFormSchema(
        (config) => {
          const { catalog: offered, scope } = latest.current;
          const { variables, language } = scope ?? {};
          const options = { catalog: offered, variables, language: readerOf(language) };
          return [
            ...validateConfigFields(config, options),
            ...(referenceTools.get()?.validateReferences(config, options) ?? []),
            ...(settingTools.get()?.validateSettings(config, offered) ?? []),
          ];
        },
        (diagnostic) => formatDiagnostic(latest.current.t, diagnostic),
      ),
    [latest],
  );
}
