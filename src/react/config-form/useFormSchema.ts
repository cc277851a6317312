"use client";
import { useMemo } from "react";
import { validateImageNodeConfig } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { useCatalog, useScope } from "../provider/index.js";
import { createFormSchema } from "./createFormSchema.js";
import { formatDiagnostic } from "./formatProblem.js";

/** Returns the schema of the form. It keeps its identity and checks against the newest catalog, variables and words. */
export function useFormSchema() {
  const { catalog } = useCatalog();
  const latest = useLatest({ catalog, variables: useScope()?.variables, t: useMessages() });
  return useMemo(
    () =>
      createFormSchema(
        (config) => {
          const { catalog: offered, variables } = latest.current;
          return validateImageNodeConfig(config, { catalog: offered, variables });
        },
        (diagnostic) => formatDiagnostic(latest.current.t, diagnostic),
      ),
    [latest],
  );
}
