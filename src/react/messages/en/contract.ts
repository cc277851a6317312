import type { Message } from "../translate.js";

export const contractWords = {} satisfies Record<string, Message>;
