// `npm run soak -- <subject> …` runs one subject for long and says what it found; without a name, all of them.
//   npm run soak -- client 10000                       runs of the client; what is left in memory
//   npm run soak -- server 10000                       requests of the handler; overhead, memory, handles
//   npm run soak -- fuzz --minutes 10 --seed 42        arbitrary input to language, contract, routes and links
//   npm run soak -- hostile --minutes 1 --seed 42      200 hostile requests a second; how long others wait
//   npm run soak -- panel --minutes 30 --seed 42       random use of the panel in Chromium
//   npm run soak -- queue --generations 120 --seed 42  lost connections, killed processes, restarted databases;
//                                                      --polls: providers that are polled; --account: spending
//   npm run soak -- runs --count 1000000               runs in PostgreSQL and Redis; statements, the sweep, memory
//   npm run soak -- turns 5000                         one workspace behind the waiting runs of another; bursts over a limit
import { soakClientRuns } from "./soak/soakClientRuns.ts";
import { soakFuzz } from "./soak/fuzz/soakFuzz.ts";
import { soakHostile } from "./soak/hostile/soakHostile.ts";
import { soakRuns } from "./soak/runs/soakRuns.ts";
import { soakPanel } from "./soak/panel/soakPanel.ts";
import { soakQueue } from "./soak/queue/soakQueue.ts";
import { soakServer } from "./soak/soakServer.ts";
import { soakTurns } from "./soak/turns/soakTurns.ts";

/** Each takes what follows its name on the command line and resolves with whether all held. */
const SUBJECTS: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  client: soakClientRuns,
  server: soakServer,
  fuzz: soakFuzz,
  hostile: soakHostile,
  panel: soakPanel,
  queue: soakQueue,
  runs: soakRuns,
  turns: soakTurns,
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(SUBJECTS, name)) {
  console.error(`No such subject: ${name}. There are: ${Object.keys(SUBJECTS).join(", ")}.`);
  process.exit(2);
}
for (const [subject, soak] of Object.entries(SUBJECTS)) {
  if (name !== undefined && subject !== name) continue;
  if (!(await soak(args))) process.exitCode = 1;
}
