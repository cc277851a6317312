import type { TemplateLanguage } from "../../template/index.js";
import { isText } from "./isText.js";
import { isDocument, readDocument } from "./readDocument.js";

/** Reads a prompt: a text, a document, or the JSON of one. */
export function readPromptText(value: unknown, language: TemplateLanguage): string | undefined {
  if (isDocument(value)) return readDocument(value, language);
  if (!isText(value) || !value.startsWith('{"')) return isText(value) ? value : undefined;
  try {
    return readPromptText(JSON.parse(value), language) ?? value;
  } catch {
    return value;
  }
}
