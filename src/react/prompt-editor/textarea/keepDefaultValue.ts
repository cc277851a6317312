import { interceptProperty } from "./interceptProperty.js";

/**
 * Lets an equal `defaultValue` be assigned without a change of the document: React assigns it at every key, and in
 * Chromium that ends the step of undo that somebody is typing, so that each letter would be one.
 *
 * @returns a function that lets every assignment through again
 */
export function keepDefaultValue(field: HTMLTextAreaElement): () => void {
  return interceptProperty(field, "defaultValue", (value, set) => {
    if (value !== field.defaultValue) set(value);
  });
}
