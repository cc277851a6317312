import type * as AllFuzz from "../../../test/security/fuzz/allFuzz.js";
import { bundleSource } from "../bundleSource.ts";
import { readSoakOptions } from "../readSoakOptions.ts";

/**
 * Arbitrary input to the template language, the contract's readers, the client, the handler's routes and the signed
 * links: `--minutes 10`, shared among them, `--seed 42`. A failure prints the smallest input that breaks.
 */
export async function soakFuzz(args: readonly string[]): Promise<boolean> {
  const { minutes, seed } = readSoakOptions(args, 10);
  const { allFuzz } = await bundleSource<typeof AllFuzz>("test/security/fuzz/allFuzz.ts");
  const all = allFuzz();
  console.log(`fuzz: ${minutes} min, --seed ${seed}, ${all.length} rules`);
  let holds = true;
  for (const { name, check } of all) {
    try {
      const runs = await check({
        seed,
        numRuns: Number.MAX_SAFE_INTEGER,
        // Time that is up is no failure.
        interruptAfterTimeLimit: (minutes * 60_000) / all.length,
        markInterruptAsFailure: false,
      });
      console.log(`fuzz: ${runs} inputs: ${name}`);
    } catch (error) {
      holds = false;
      console.error(`fuzz: FAILED: ${name}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return holds;
}
