/** Finds the id that a label spells: "Oil Painting" and "oil-painting" are "oil_painting". */
export function findSpelling<T extends string>(
  value: string,
  known: readonly T[],
  fold: (name: string) => string = toId,
): T | undefined {
  const spelled = fold(value);
  return known.find((id) => fold(id) === spelled);
}

function toId(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}
