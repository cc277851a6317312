import { compare } from "./es/compare.js";
import { configForm } from "./es/configForm.js";
import { contract } from "./es/contract.js";
import { credits } from "./es/credits.js";
import { diagnostics } from "./es/diagnostics.js";
import { examples } from "./es/examples.js";
import { faults } from "./es/faults.js";
import { gallery } from "./es/gallery.js";
import { hints } from "./es/hints.js";
import { history } from "./es/history.js";
import { modelSettings } from "./es/modelSettings.js";
import { pin } from "./es/pin.js";
import { preview } from "./es/preview.js";
import { promptEditor } from "./es/promptEditor.js";
import { referenceImages } from "./es/referenceImages.js";
import { result } from "./es/result.js";
import { sources } from "./es/sources.js";
import { tree } from "./es/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Spanish words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={es}>
 */
export const es: MessageOverrides = {
  locale: "es",
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
