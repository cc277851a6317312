"use client";
import { useMemo } from "react";
import { validateImageNodeConfig } from "../../contract/index.js";
import { useLatest } from "../internal/useLatest.js";
import { useMessages } from "../messages/index.js";
import { hasOwnLanguage, useCatalog, useScope } from "../provider/index.js";
import { createFormSchema } from "./createFormSchema.js";
import { formatDiagnostic } from "./formatProblem.js";

/** Returns the schema of the form. It keeps its identity and checks against the newest catalog, variables and words. */
export function useFormSchema() {
  const { catalog } = useCatalog();
  const latest = useLatest({ catalog, scope: useScope(), t: useMessages() });
  return useMemo(
    () =>
      createFormSchema(
        (config) => {
          const { catalog: offered, scope } = latest.current;
          const readsTemplate = !hasOwnLanguage(scope);
          return validateImageNodeConfig(config, {
            catalog: offered,
            variables: scope?.variables,
            readsTemplate,
          });
        },
        (diagnostic) => formatDiagnostic(latest.current.t, diagnostic),
      ),
    [latest],
  );
}
