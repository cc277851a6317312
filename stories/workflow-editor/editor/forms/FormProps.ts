import type { VariableSource } from "image-generation-node/template";

/** What the form of every kind of node gets. */
export interface FormProps<Config> {
  config: Config;
  /** Shows an edit at once; `onRest` makes it a step of the history. */
  onConfigChange: (config: Config) => void;
  onRest: () => void;
  variables: readonly VariableSource[];
}
