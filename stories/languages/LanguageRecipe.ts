import type { TemplateLanguage, VariableSource } from "image-generation-node/template";

/** A workflow editor's way to write variables, with nodes as such an editor has them. */
export interface LanguageRecipe {
  /** Id of its example page. */
  id: string;
  language: TemplateLanguage;
  /** Nodes of the workflow, nearest first; those that do not run before the image as well. */
  sources: readonly VariableSource[];
  /**
   * Gives a node another name. Where its slug changes with the name, the host rewrites the texts of later nodes; where
   * texts hold an id, nothing but the label changes. The same node where its name is not for people to choose.
   */
  rename(source: VariableSource, name: string): VariableSource;
}
