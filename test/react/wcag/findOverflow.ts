/** Finds what is wider than the window, and can't be scrolled to in a place of its own (1.4.10). */
export function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll<HTMLElement>("[data-imagenode-part]")].filter(
    (each) => each.getBoundingClientRect().right > clientWidth + 1,
  );
  return [
    `${scrollWidth} px: ${wide
      .map(({ dataset }) => dataset["imagenodePart"])
      .slice(0, 4)
      .join(", ")}`,
  ];
}
