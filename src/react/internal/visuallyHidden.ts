/** Style of an element that is heard and not seen, also without a style sheet. */
export const VISUALLY_HIDDEN = {
  position: "absolute",
  inlineSize: 1,
  blockSize: 1,
  // Not beside it: from right to left it would stand beyond the side of the page.
  margin: "-1px 0",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;
