import { bundleSource } from "../bundleSource.ts";
import type * as Measure from "./measureTurns.ts";

/**
 * Lets one workspace wait behind thousands of another's runs, and sends a burst over a provider's limit, over PostgreSQL
 * and, where it is, Redis. Prints PASS or FAIL of each.
 */
export async function soakTurns([waiting = "5000"]: readonly string[]): Promise<boolean> {
  const { measureTurns } = await bundleSource<typeof Measure>("scripts/soak/turns/measureTurns.ts");
  let holds = true;
  await measureTurns(Number(waiting), (line) => {
    console.log(`turns: ${line.holds ? "PASS" : "FAIL"}  ${line.name.padEnd(64)} ${line.figures}`);
    holds &&= line.holds;
  });
  return holds;
}
