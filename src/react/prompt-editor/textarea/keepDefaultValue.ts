/**
 * Lets an equal `defaultValue` be assigned without a change of the document: React assigns it at every key, and in Chromium
 * that ends the step of undo that somebody is typing, so that each letter would be one.
 *
 * @returns lets it through again
 */
export function keepDefaultValue(field: HTMLTextAreaElement): () => void {
  const inherited = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, "defaultValue");
  const { get, set } = inherited ?? {};
  if (!get || !set || Object.hasOwn(field, "defaultValue")) return () => undefined;
  Object.defineProperty(field, "defaultValue", {
    configurable: true,
    enumerable: true,
    get(this: HTMLTextAreaElement) {
      return get.call(this) as string;
    },
    set(this: HTMLTextAreaElement, value: string) {
      if (value !== get.call(this)) set.call(this, value);
    },
  });
  return () => void Reflect.deleteProperty(field, "defaultValue");
}
