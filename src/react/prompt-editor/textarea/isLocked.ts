/** Checks whether a field's text can't be changed: by its own attributes, or by a fieldset around it. */
export function isLocked(field: HTMLTextAreaElement): boolean {
  return field.readOnly || field.matches(":disabled");
}
