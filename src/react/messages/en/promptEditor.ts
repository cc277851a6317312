import type { Message } from "../translate.js";

export const promptEditorWords = {} satisfies Record<string, Message>;
