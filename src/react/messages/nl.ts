import { compare } from "./nl/compare.js";
import { configForm } from "./nl/configForm.js";
import { contract } from "./nl/contract.js";
import { credits } from "./nl/credits.js";
import { diagnostics } from "./nl/diagnostics.js";
import { examples } from "./nl/examples.js";
import { faults } from "./nl/faults.js";
import { gallery } from "./nl/gallery.js";
import { hints } from "./nl/hints.js";
import { history } from "./nl/history.js";
import { modelSettings } from "./nl/modelSettings.js";
import { pin } from "./nl/pin.js";
import { preview } from "./nl/preview.js";
import { promptEditor } from "./nl/promptEditor.js";
import { referenceImages } from "./nl/referenceImages.js";
import { result } from "./nl/result.js";
import { sources } from "./nl/sources.js";
import { tree } from "./nl/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Dutch words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={nl}>
 */
export const nl: MessageOverrides = {
  locale: "nl",
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
