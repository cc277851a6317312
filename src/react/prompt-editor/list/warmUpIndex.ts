import type { VariableIndex } from "../../../template/index.js";
import { createIdleWork } from "../../internal/createIdleWork.js";

/**
 * Builds an index piece by piece while nothing else is to be done, so that no key in a token waits for all of it. Searches
 * more than once at last, because the browser compiles code only when it has run for a while.
 */
export function warmUpIndex(index: VariableIndex): void {
  const letters = [..."eat"];
  createIdleWork(window, () => {
    if (index.prepare?.()) return true;
    const letter = letters.shift();
    if (letter) index.search(letter);
    return letters.length > 0;
  }).begin();
}
