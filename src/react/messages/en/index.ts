import { configForm } from "./configForm.js";
import { contract } from "./contract.js";
import { images } from "./images.js";
import { preview } from "./preview.js";
import { promptEditor } from "./promptEditor.js";

/** Built-in English words that are loaded at once, by key. */
export const en = {
  ...contract,
  ...configForm,
  ...promptEditor,
  ...preview,
  ...images,
};
