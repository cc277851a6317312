/**
 * Listens to several events of one target.
 *
 * @param types separated by spaces
 * @returns a function that stops listening
 */
export function listen<E extends Event = Event>(
  target: EventTarget | null | undefined,
  types: string,
  handler: (event: E) => void,
  capture = false,
): () => void {
  const names = types.split(" ");
  for (const name of names) target?.addEventListener(name, handler as EventListener, capture);
  return () => {
    for (const name of names) target?.removeEventListener(name, handler as EventListener, capture);
  };
}
