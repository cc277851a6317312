// One engine in a process of its own: `node measureOne.ts <engine> <shape> <cold|warm> <our entry>` prints ops/s.
import { createContestant } from "./createContestant.ts";
import type { Name } from "./createContestant.ts";
import { createWorkload } from "./workload.ts";
import type { Shape } from "./workload.ts";

const WARM_UP_MS = 400;
const MEASURE_MS = 500;

const [name, shape, mode, ourEntry = ""] = process.argv.slice(2);
const contestant = await createContestant(name as Name, ourEntry);
const work = createWorkload(shape as Shape);
let seed = 1000;

function makeText(): string {
  seed += 1;
  return work.text(seed, contestant.open, contestant.close);
}

const sample = makeText();
if (contestant.prepare(sample)(work.variables) !== work.expected(seed)) {
  console.error(`${name} resolves wrongly.`);
  process.exit(1);
}
const ready = contestant.prepare(sample);

/** Milliseconds of one run; making the text is not counted. */
function runOnce(): number {
  const text = mode === "cold" ? makeText() : sample;
  const start = performance.now();
  const result = mode === "cold" ? contestant.prepare(text)(work.variables) : ready(work.variables);
  // Reads the whole text, so that no engine may hand out a rope and leave the joining to the reader.
  result.indexOf("\u0000");
  return performance.now() - start;
}

for (let spent = 0; spent < WARM_UP_MS;) spent += runOnce();
const times: number[] = [];
for (let spent = 0; spent < MEASURE_MS;) {
  const time = runOnce();
  times.push(time);
  spent += time;
}
times.sort((a, b) => a - b);
console.log(1000 / (times[times.length >> 1] ?? NaN));
