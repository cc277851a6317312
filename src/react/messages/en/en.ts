import { en as loadedAtOnce } from "./index.js";
import { modelSettings } from "./modelSettings.js";
import { pin } from "./pin.js";

/** Built-in English words of every part, by key. Those of the model's settings and of a pinned image come with their parts. */
export const en = { ...loadedAtOnce, ...modelSettings, ...pin };
