/** Folds the ways to write a name: "num_images", "numImages" and "Num images" are one. */
export function foldName(name: string): string {
  return name.replace(/[\s_-]/g, "").toLowerCase();
}
