import { interceptProperty } from "./interceptProperty.js";

/**
 * Notices when somebody assigns `field.value` (a form library does), which fires no event. The assignment itself goes
 * through untouched.
 *
 * @returns a function that stops watching
 */
export function watchValue(field: HTMLTextAreaElement, onAssigned: () => void): () => void {
  return interceptProperty(field, "value", (value, set) => {
    set(value);
    onAssigned();
  });
}
