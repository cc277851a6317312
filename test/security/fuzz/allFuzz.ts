import { contractFuzz } from "./contractFuzz.js";
import type { Fuzz } from "./Fuzz.js";
import { serverFuzz } from "./serverFuzz.js";
import { templateFuzz } from "./templateFuzz.js";

/** Everything that is fuzzed: briefly in each test run, for as long as one likes by `npm run soak -- fuzz`. */
export function allFuzz(): readonly Fuzz[] {
  return [...templateFuzz, ...contractFuzz, ...serverFuzz()];
}
