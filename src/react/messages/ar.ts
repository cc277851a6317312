import { compare } from "./ar/compare.js";
import { configForm } from "./ar/configForm.js";
import { contract } from "./ar/contract.js";
import { credits } from "./ar/credits.js";
import { diagnostics } from "./ar/diagnostics.js";
import { examples } from "./ar/examples.js";
import { faults } from "./ar/faults.js";
import { gallery } from "./ar/gallery.js";
import { hints } from "./ar/hints.js";
import { history } from "./ar/history.js";
import { modelSettings } from "./ar/modelSettings.js";
import { pin } from "./ar/pin.js";
import { preview } from "./ar/preview.js";
import { promptEditor } from "./ar/promptEditor.js";
import { referenceImages } from "./ar/referenceImages.js";
import { result } from "./ar/result.js";
import { sources } from "./ar/sources.js";
import { tree } from "./ar/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Arabic words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={ar}>
 */
export const ar: MessageOverrides = {
  locale: "ar",
  words: {
    ...contract,
    ...configForm,
    ...promptEditor,
    ...preview,
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
  },
};
