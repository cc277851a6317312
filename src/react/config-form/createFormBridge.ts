import type { ImageNodeConfig } from "../../contract/index.js";
import type { FormBridge } from "../provider/index.js";
import { CONFIG_PATHS, flattenDraft, toConfig } from "./ConfigDraft.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";

/** Lends a form to the previews inside it. Those beside it get the same without the values. */
export function createFormBridge(context: ConfigFormContextValue): FormBridge {
  const { form, setField, focusField, generate, disabled, readOnly, prepareRequest, runLike, count } =
    context;
  const { runWithSamples } = context;
  return {
    focusField,
    generate: disabled ? undefined : generate,
    values: {
      getConfig: () => toConfig(form.getValues()),
      subscribe: (listener) => form.subscribe({ formState: { values: true }, callback: listener }),
      setConfig: disabled || readOnly ? null : (config) => writeConfig(context, config),
      setMode: (mode) => setField("prompt.mode", mode),
      prepareRequest,
      runLike,
      runWithSamples: disabled ? null : runWithSamples,
      count,
    },
  };
}

function writeConfig({ setField, commit }: ConfigFormContextValue, config: ImageNodeConfig): void {
  const { settings, references } = config;
  const kept = { settings: undefined, references: undefined };
  const fields = { ...flattenDraft({ ...config, ...kept }), settings, references };
  for (const path of CONFIG_PATHS) setField(path, fields[path]);
  commit();
}
