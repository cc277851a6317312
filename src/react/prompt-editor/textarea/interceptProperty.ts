/**
 * Puts a function between those who assign a property of a field and the property. Reading goes through untouched.
 *
 * @param assign called with each value that is assigned, and with what really assigns it
 * @returns a function that ends the interception
 */
export function interceptProperty(
  field: HTMLTextAreaElement,
  name: "value" | "defaultValue",
  assign: (value: string, set: (value: string) => void) => void,
): () => void {
  const own = Object.getOwnPropertyDescriptor(field, name);
  const { get, set } =
    own ?? Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, name) ?? {};
  if (!get || !set) return () => undefined;
  const ours = {
    configurable: true,
    enumerable: true,
    get,
    set(value: string) {
      assign(value, set.bind(field));
    },
  };
  Object.defineProperty(field, name, ours);
  return () => {
    if (Object.getOwnPropertyDescriptor(field, name)?.set !== ours.set) return;
    if (own) Object.defineProperty(field, name, own);
    else Reflect.deleteProperty(field, name);
  };
}
