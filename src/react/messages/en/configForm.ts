import type { Message } from "../translate.js";

export const configFormWords = {} satisfies Record<string, Message>;
