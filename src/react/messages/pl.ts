import { compare } from "./pl/compare.js";
import { configForm } from "./pl/configForm.js";
import { contract } from "./pl/contract.js";
import { credits } from "./pl/credits.js";
import { diagnostics } from "./pl/diagnostics.js";
import { examples } from "./pl/examples.js";
import { faults } from "./pl/faults.js";
import { gallery } from "./pl/gallery.js";
import { hints } from "./pl/hints.js";
import { history } from "./pl/history.js";
import { modelSettings } from "./pl/modelSettings.js";
import { pin } from "./pl/pin.js";
import { preview } from "./pl/preview.js";
import { promptEditor } from "./pl/promptEditor.js";
import { referenceImages } from "./pl/referenceImages.js";
import { result } from "./pl/result.js";
import { sources } from "./pl/sources.js";
import { tree } from "./pl/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Polish words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={pl}>
 */
export const pl: MessageOverrides = {
  locale: "pl",
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
