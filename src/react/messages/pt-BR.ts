import { compare } from "./pt-BR/compare.js";
import { configForm } from "./pt-BR/configForm.js";
import { contract } from "./pt-BR/contract.js";
import { credits } from "./pt-BR/credits.js";
import { diagnostics } from "./pt-BR/diagnostics.js";
import { examples } from "./pt-BR/examples.js";
import { faults } from "./pt-BR/faults.js";
import { gallery } from "./pt-BR/gallery.js";
import { hints } from "./pt-BR/hints.js";
import { history } from "./pt-BR/history.js";
import { modelSettings } from "./pt-BR/modelSettings.js";
import { pin } from "./pt-BR/pin.js";
import { preview } from "./pt-BR/preview.js";
import { promptEditor } from "./pt-BR/promptEditor.js";
import { referenceImages } from "./pt-BR/referenceImages.js";
import { result } from "./pt-BR/result.js";
import { sources } from "./pt-BR/sources.js";
import { tree } from "./pt-BR/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Brazilian Portuguese words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={ptBR}>
 */
export const ptBR: MessageOverrides = {
  locale: "pt-BR",
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
