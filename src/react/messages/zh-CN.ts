import { compare } from "./zh-CN/compare.js";
import { configForm } from "./zh-CN/configForm.js";
import { contract } from "./zh-CN/contract.js";
import { credits } from "./zh-CN/credits.js";
import { diagnostics } from "./zh-CN/diagnostics.js";
import { examples } from "./zh-CN/examples.js";
import { faults } from "./zh-CN/faults.js";
import { gallery } from "./zh-CN/gallery.js";
import { hints } from "./zh-CN/hints.js";
import { history } from "./zh-CN/history.js";
import { modelSettings } from "./zh-CN/modelSettings.js";
import { pin } from "./zh-CN/pin.js";
import { preview } from "./zh-CN/preview.js";
import { promptEditor } from "./zh-CN/promptEditor.js";
import { referenceImages } from "./zh-CN/referenceImages.js";
import { result } from "./zh-CN/result.js";
import { sources } from "./zh-CN/sources.js";
import { tree } from "./zh-CN/tree.js";
import type { MessageOverrides } from "./createTranslate.js";

/**
 * Simplified Chinese words, for the `messages` of `ImageNodeProvider`.
 *
 * @example
 * <ImageNodeProvider baseUrl="/api/image-node" messages={zhCN}>
 */
export const zhCN: MessageOverrides = {
  locale: "zh-CN",
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
