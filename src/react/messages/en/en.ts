import { en as loadedAtOnce } from "./index.js";
import { credits } from "./credits.js";
import { examples } from "./examples.js";
import { history } from "./history.js";
import { modelSettings } from "./modelSettings.js";
import { pin } from "./pin.js";
import { referenceImages } from "./referenceImages.js";
import { sources } from "./sources.js";

/**
 * Built-in English words of every part, by key. Those of credits, of the model's settings, of a pinned image, of reference
 * images, of earlier images, of missing values and of the examples are loaded with their parts.
 */
export const en = {
  ...loadedAtOnce,
  ...credits,
  ...examples,
  ...history,
  ...modelSettings,
  ...pin,
  ...referenceImages,
  ...sources,
};
