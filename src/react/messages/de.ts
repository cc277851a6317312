import { compare } from "./de/compare.js";
import { configForm } from "./de/configForm.js";
import { contract } from "./de/contract.js";
import { credits } from "./de/credits.js";
import { diagnostics } from "./de/diagnostics.js";
import { examples } from "./de/examples.js";
import { faults } from "./de/faults.js";
import { gallery } from "./de/gallery.js";
import { hints } from "./de/hints.js";
import { history } from "./de/history.js";
import { modelSettings } from "./de/modelSettings.js";
import { pin } from "./de/pin.js";
import { preview } from "./de/preview.js";
import { promptEditor } from "./de/promptEditor.js";
import { referenceImages } from "./de/referenceImages.js";
import { result } from "./de/result.js";
import { sources } from "./de/sources.js";
import { tree } from "./de/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * German words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={de}>
 */
export const de: MessageOverrides = {
  locale: "de",
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
