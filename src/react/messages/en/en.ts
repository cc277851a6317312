import { en as loadedAtOnce } from "./index.js";
import { compare } from "./compare.js";
import { credits } from "./credits.js";
import { diagnostics } from "./diagnostics.js";
import { examples } from "./examples.js";
import { faults } from "./faults.js";
import { gallery } from "./gallery.js";
import { hints } from "./hints.js";
import { history } from "./history.js";
import { modelSettings } from "./modelSettings.js";
import { pin } from "./pin.js";
import { referenceImages } from "./referenceImages.js";
import { result } from "./result.js";
import { sources } from "./sources.js";
import { tree } from "./tree.js";

/**
 * Built-in English words of every part, by key. Those of the form, of the editor at rest and of an empty preview are loaded
 * at once, the others with the parts that say them.
 */
export const en = {
  ...loadedAtOnce,
  ...compare,
  ...credits,
  ...diagnostics,
  ...examples,
  ...faults,
  ...gallery,
  ...hints,
  ...history,
  ...modelSettings,
  ...pin,
  ...referenceImages,
  ...result,
  ...sources,
  ...tree,
};
