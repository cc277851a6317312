import type { en } from "./en/en.js";

/**
 * Key of a message of the panel. As the key of a record it makes a message that a language of your own lacks a type error.
 *
 * @example
 * const words: Record<MessageKey, Message> = { "configForm.generate": "Generar", … };
 */
export type MessageKey = keyof typeof en;
