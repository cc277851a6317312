/** Converts the path of a choice to the kind of its select: "imageModel" → "image-model". */
export function toCatalogKind(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
