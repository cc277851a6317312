/**
 * Notices when somebody assigns `field.value` (a form library does), which fires no event. The assignment itself goes
 * through untouched.
 *
 * @returns stops watching
 */
export function watchValue(field: HTMLTextAreaElement, onAssigned: () => void): () => void {
  const own = Object.getOwnPropertyDescriptor(field, "value");
  const inherited = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, "value");
  const { get, set } = own ?? inherited ?? {};
  if (!get || !set) return () => undefined;
  const watched = {
    configurable: true,
    enumerable: true,
    get(this: HTMLTextAreaElement) {
      return get.call(this) as string;
    },
    set(this: HTMLTextAreaElement, value: string) {
      set.call(this, value);
      onAssigned();
    },
  };
  Object.defineProperty(field, "value", watched);
  return () => {
    if (Object.getOwnPropertyDescriptor(field, "value")?.set !== watched.set) return;
    if (own) Object.defineProperty(field, "value", own);
    else Reflect.deleteProperty(field, "value");
  };
}
