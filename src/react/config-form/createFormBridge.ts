import type { ImageNodeConfig } from "../../contract/index.js";
import type { FormBridge } from "../provider/index.js";
import { toConfig } from "./ConfigDraft.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";

/** Lends a form to the previews inside it. Those beside it get the same without the values. */
export function createFormBridge(context: ConfigFormContextValue): FormBridge {
  const { form, setField, focusField, generate, disabled, readOnly, prepareRequest, runLike, count } =
    context;
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
      count,
    },
  };
}

function writeConfig({ setField, commit }: ConfigFormContextValue, config: ImageNodeConfig): void {
  const { prompt, imageModel, promptModel, aspectRatio, style, settings } = config;
  setField("prompt.template", prompt.template);
  setField("prompt.instructions", prompt.instructions);
  setField("prompt.mode", prompt.mode);
  setField("imageModel", imageModel);
  setField("promptModel", promptModel);
  setField("aspectRatio", aspectRatio);
  setField("style", style);
  setField("settings", settings);
  commit();
}
