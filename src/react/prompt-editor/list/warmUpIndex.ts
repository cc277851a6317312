import type { VariableIndex } from "../../../template/index.js";

/**
 * Builds an index while nothing else is to be done, so that the first key in a token does not wait for it. Searches
 * more than once, because the browser compiles code only when it has run for a while.
 */
export function warmUpIndex(index: VariableIndex): void {
  if (typeof requestIdleCallback === "function")
    requestIdleCallback(() => [..."eat"].forEach((letter) => index.search(letter)));
}
