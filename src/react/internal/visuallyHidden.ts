/** Style of an element that is heard and not seen, also without a style sheet. */
export const VISUALLY_HIDDEN = {
  position: "absolute",
  inlineSize: 1,
  blockSize: 1,
  margin: -1,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;
