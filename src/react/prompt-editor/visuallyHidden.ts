import type { CSSProperties } from "react";

/** Heard, not seen. Only for elements that are created in the browser: a strict style policy drops it from markup. */
export const visuallyHidden: CSSProperties = {
  position: "absolute",
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
};
