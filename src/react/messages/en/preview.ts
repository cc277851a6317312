import type { Message } from "../translate.js";

export const previewWords = {} satisfies Record<string, Message>;
