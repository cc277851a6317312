import { compare } from "./it/compare.js";
import { configForm } from "./it/configForm.js";
import { contract } from "./it/contract.js";
import { credits } from "./it/credits.js";
import { diagnostics } from "./it/diagnostics.js";
import { examples } from "./it/examples.js";
import { faults } from "./it/faults.js";
import { gallery } from "./it/gallery.js";
import { hints } from "./it/hints.js";
import { history } from "./it/history.js";
import { modelSettings } from "./it/modelSettings.js";
import { pin } from "./it/pin.js";
import { preview } from "./it/preview.js";
import { promptEditor } from "./it/promptEditor.js";
import { referenceImages } from "./it/referenceImages.js";
import { result } from "./it/result.js";
import { sources } from "./it/sources.js";
import { tree } from "./it/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Italian words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={it}>
 */
export const it: MessageOverrides = {
  locale: "it",
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
