import { configForm } from "./de/configForm.js";
import { contract } from "./de/contract.js";
import { credits } from "./de/credits.js";
import { examples } from "./de/examples.js";
import { history } from "./de/history.js";
import { images } from "./de/images.js";
import { modelSettings } from "./de/modelSettings.js";
import { pin } from "./de/pin.js";
import { preview } from "./de/preview.js";
import { promptEditor } from "./de/promptEditor.js";
import { referenceImages } from "./de/referenceImages.js";
import { sources } from "./de/sources.js";
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
    ...images,
    ...credits,
    ...examples,
    ...modelSettings,
    ...pin,
    ...referenceImages,
    ...history,
    ...sources,
  },
};
