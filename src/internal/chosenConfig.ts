const chosen = new WeakMap<object, object>();

/** Remembers what a person chose where a run gets something else, such as a seed that was drawn for it. */
export function rememberChosen(sent: object, config: object | undefined): void {
  if (config) chosen.set(sent, config);
}

/** Returns what a person chose where a run got `sent`; `undefined` where that is the same. */
export function findChosen<C extends object>(sent: C | undefined): C | undefined {
  return sent && (chosen.get(sent) as C | undefined);
}
