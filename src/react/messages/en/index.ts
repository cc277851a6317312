import { configForm } from "./configForm.js";
import { contract } from "./contract.js";
import { preview } from "./preview.js";
import { promptEditor } from "./promptEditor.js";

/** Built-in English words that are loaded at once, by key: those of the form, the editor at rest and the empty preview. */
export const en = {
  ...contract,
  ...configForm,
  ...promptEditor,
  ...preview,
};
