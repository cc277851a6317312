import { compare } from "./ja/compare.js";
import { configForm } from "./ja/configForm.js";
import { contract } from "./ja/contract.js";
import { credits } from "./ja/credits.js";
import { diagnostics } from "./ja/diagnostics.js";
import { examples } from "./ja/examples.js";
import { faults } from "./ja/faults.js";
import { gallery } from "./ja/gallery.js";
import { hints } from "./ja/hints.js";
import { history } from "./ja/history.js";
import { modelSettings } from "./ja/modelSettings.js";
import { pin } from "./ja/pin.js";
import { preview } from "./ja/preview.js";
import { promptEditor } from "./ja/promptEditor.js";
import { referenceImages } from "./ja/referenceImages.js";
import { result } from "./ja/result.js";
import { sources } from "./ja/sources.js";
import { tree } from "./ja/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Japanese words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={ja}>
 */
export const ja: MessageOverrides = {
  locale: "ja",
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
