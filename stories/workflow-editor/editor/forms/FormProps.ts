import type { VariableSource } from "image-generation-node/template";

/** Props of every node's form. */
export interface FormProps<Config> {
  config: Config;
  /** Shows an edit at once; `onRest` makes it one step of the history. */
  onConfigChange: (config: Config) => void;
  onRest: () => void;
  variables: readonly VariableSource[];
}
