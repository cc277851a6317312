import { en as loadedAtOnce } from "./index.js";
import { modelSettings } from "./modelSettings.js";
import { pin } from "./pin.js";
import { referenceImages } from "./referenceImages.js";

/**
 * Built-in English words of every part, by key. Those of the model's settings, of a pinned image and of reference images
 * are loaded with their parts.
 */
export const en = { ...loadedAtOnce, ...modelSettings, ...pin, ...referenceImages };
