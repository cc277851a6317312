/** Moves an item of a list to another place; the places between close up. The same list where nothing moves. */
export function moveItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const place = Math.min(list.length - 1, Math.max(0, to));
  const item = list[from];
  if (item === undefined || place === from) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, place), item, ...others.slice(place)];
}
