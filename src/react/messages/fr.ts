import { compare } from "./fr/compare.js";
import { configForm } from "./fr/configForm.js";
import { contract } from "./fr/contract.js";
import { credits } from "./fr/credits.js";
import { diagnostics } from "./fr/diagnostics.js";
import { examples } from "./fr/examples.js";
import { faults } from "./fr/faults.js";
import { gallery } from "./fr/gallery.js";
import { hints } from "./fr/hints.js";
import { history } from "./fr/history.js";
import { modelSettings } from "./fr/modelSettings.js";
import { pin } from "./fr/pin.js";
import { preview } from "./fr/preview.js";
import { promptEditor } from "./fr/promptEditor.js";
import { referenceImages } from "./fr/referenceImages.js";
import { result } from "./fr/result.js";
import { sources } from "./fr/sources.js";
import { tree } from "./fr/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * French words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={fr}>
 */
export const fr: MessageOverrides = {
  locale: "fr",
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
