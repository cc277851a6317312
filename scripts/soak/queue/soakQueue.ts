import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { buildSource, bundleSource } from "../bundleSource.ts";
import type * as Chaos from "./runChaos.ts";

const ENGINES = ["postgres", "redis"] as const;

/**
 * Cuts connections, kills processes and restarts the database while two handlers and three workers generate: `--generations
 * 120`, `--seed 42`, `--engine postgres|redis|both`, `--polls` for models that submit, poll and download, `--account` for a
 * host whose account is told of every run. Holds that each generation is asked of the model once at most, that only those
 * fail whose worker was killed in the middle of the call, that no process ends by itself, that each reservation is settled
 * as what became of the image, and that nothing is left.
 */
export async function soakQueue(args: readonly string[]): Promise<boolean> {
  const { generations, seed, engines, polls, hasAccount } = readOptions(args);
  const { runChaos } = await bundleSource<typeof Chaos>("scripts/soak/queue/runChaos.ts");
  const program = fileURLToPath(await buildSource("test/queue/machines/program.ts"));
  let holds = true;
  for (const engine of engines) {
    const say = (line: string) => console.log(`queue: ${engine}: ${line}`);
    say(
      `${generations} generations, --seed ${seed}${polls ? ", polled" : ""}${hasAccount ? ", with an account" : ""}`,
    );
    const begun = Date.now();
    const { faults, figures } = await runChaos({ engine, generations, seed, program, polls, hasAccount });
    for (const [name, figure] of Object.entries(figures))
      say(`${name.padEnd(28)} ${String(figure).padStart(6)}`);
    say(`${"seconds".padEnd(28)} ${((Date.now() - begun) / 1000).toFixed(0).padStart(6)}`);
    for (const fault of faults) say(`FAIL  ${fault}`);
    if (faults.length === 0) say("PASS");
    holds &&= faults.length === 0;
  }
  return holds;
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      generations: { type: "string" },
      seed: { type: "string" },
      engine: { type: "string" },
      polls: { type: "boolean" },
      account: { type: "boolean" },
    },
  });
  const generations = Number(values.generations ?? 120);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const engines = ENGINES.filter((engine) => [engine, "both", undefined].includes(values.engine));
  if (
    !(generations > 0) ||
    !Number.isInteger(generations) ||
    !Number.isInteger(seed) ||
    engines.length === 0
  ) {
    throw new Error("--generations and --seed take integers, --engine takes postgres, redis or both.");
  }
  return { generations, seed, engines, polls: values.polls ?? false, hasAccount: values.account ?? false };
}
