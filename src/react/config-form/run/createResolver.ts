import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { validateConfigFields } from "../../../contract/index.js";
import type { Catalog } from "../../../contract/index.js";
import { readerOf } from "../../internal/loadLanguage.js";
import type { useMessages } from "../../messages/index.js";
import type { ScopeValue } from "../../provider/index.js";
import { toConfig } from "../ConfigDraft.js";
import type { ConfigDraft } from "../ConfigDraft.js";
import { referenceTools } from "../referenceTools.js";
import { settingTools } from "../settingTools.js";
import { createFormSchema } from "./createFormSchema.js";
import { formatDiagnostic } from "./formatProblem.js";

/** Surroundings of a form that its draft is checked against. */
export interface FormSurroundings {
  /** Offer of the workspace; `undefined` while it is not known. */
  catalog: Catalog | undefined;
  scope: ScopeValue | null;
  t: ReturnType<typeof useMessages>;
}

/** Creates what checks a draft for react-hook-form, against what `read` returns then. */
export function createResolver(read: () => FormSurroundings): Resolver<ConfigDraft> {
  const schema = createFormSchema(
    (config) => {
      const { catalog, scope } = read();
      const { variables, language } = scope ?? {};
      const options = { catalog, variables, language: readerOf(language) };
      return [
        ...validateConfigFields(config, options),
        ...(referenceTools.get()?.validateReferences(config, options) ?? []),
        ...(settingTools.get()?.validateSettings(config, catalog) ?? []),
      ];
    },
    (diagnostic) => formatDiagnostic(read().t, diagnostic),
  );
  const resolve = zodResolver(schema) as unknown as Resolver<ConfigDraft>;
  return (draft, ...rest) => resolve(toConfig(draft) as ConfigDraft, ...rest);
}
