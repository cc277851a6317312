import { en as loadedAtOnce } from "./index.js";
import { modelSettings } from "./modelSettings.js";

/** Built-in English words of every part, by key. Those of the model's settings are loaded with their parts. */
export const en = { ...loadedAtOnce, ...modelSettings };
