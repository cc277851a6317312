import type { SeenEnd } from "./generateWhatever.js";
import { readStatus } from "./generateWhatever.js";
import type { Chaos } from "./openChaos.js";

/** What all that happened has come to. */
export interface Judgement {
  /** What must not be, a sentence each; none where all is well. */
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** How long jobs of killed workers may take to be delivered again and left alone. */
const REST_MS = 60_000;

/**
 * Judges a deployment after its generations have ended: no model was asked twice, what failed could not go on, no process ended by
 * itself, what is stored is shown, nothing is left.
 */
export async function judgeEnds(chaos: Chaos, seen: readonly SeenEnd[]): Promise<Judgement> {
  const { machines, calls, bases } = chaos;
  const faults: string[] = [];
  const callsOf = new Map<string, number[]>();
  for (const { prompt, pid } of calls) callsOf.set(prompt, [...(callsOf.get(prompt) ?? []), pid]);
  const twice = [...callsOf].filter(([, pids]) => pids.length > 1);
  for (const [prompt, pids] of twice)
    faults.push(`The model was asked ${pids.length} times for "${prompt}".`);

  const base = bases[0] ?? "";
  const shown = new Set<string>();
  let failed = 0;
  let late = 0;
  let lost = 0;
  for (const { id, prompt } of seen) {
    const { status, problem, output, late: made } = await readWhenever(base, id);
    if (output) shown.add(output.attachmentId);
    if (made?.output) shown.add(made.output.attachmentId);
    if (made?.output) late += 1;
    if (status === "succeeded") continue;
    failed += 1;
    const isHonest = problem?.kind === "timeout" && problem.charged === null;
    // One that was polled once was written down before, and must come.
    const isWritten = chaos.pollers?.events.some((event) => event.prompt === prompt && event.step === "poll");
    if (!made?.output) lost += 1;
    const isLost =
      isHonest && (made?.output || !isWritten) && (await isKilled(chaos, id, callsOf.get(prompt) ?? []));
    if (!isLost) faults.push(`"${prompt}" ended as ${status}: ${JSON.stringify(problem)}`);
  }
  for (const { role, code, words } of machines.exits) {
    faults.push(`A ${role} ended by itself with ${code}; it said last:\n${linesOf(words)}`);
  }
  const uploads = new Set(seen.map(({ picture }) => picture));
  const stored = chaos.storedPictures().filter((id) => !uploads.has(id));
  const unshown = stored.filter((id) => !shown.has(id));
  if (unshown.length > 0)
    faults.push(`${unshown.length} stored pictures are not shown: ${unshown.join(", ")}`);

  const jobs = await rest(chaos);
  if (jobs > 0) faults.push(`${jobs} jobs are left in the engine.`);
  const requests = await Promise.all(
    seen.map(async ({ id }) => (await chaos.runs.find(id))?.request ?? null),
  );
  const left = requests.filter((request) => request !== null).length;
  if (left > 0) faults.push(`${left} requests are left in the run store.`);
  return {
    faults,
    figures: {
      generations: seen.length,
      succeeded: seen.length - failed,
      "ended without their image": failed,
      "of these shown late": late,
      "lost with their worker": lost,
      "asked again by callers": seen.reduce((total, { repeats }) => total + repeats, 0),
      "calls of the model": calls.length,
      "asked twice": twice.length,
      "pictures stored": stored.length,
      "pictures shown": shown.size,
      killed: machines.killed.size,
      "ended by themselves": machines.exits.length,
      "jobs left": jobs,
      "requests left": left,
    },
  };
}

/** Whether the worker was killed between the run's claim of the image and its end. A call of one that was killed at once is not counted. */
async function isKilled({ machines, runs }: Chaos, id: string, pids: readonly number[]): Promise<boolean> {
  const run = await runs.find(id);
  const kills = pids.length > 0 ? pids.map((pid) => machines.killed.get(pid)) : [...machines.killed.values()];
  return kills.some(
    (at) => at !== undefined && at >= (run?.imageStartedAt ?? Infinity) && at <= (run?.endedAt ?? 0),
  );
}

async function rest({ countJobs }: Chaos): Promise<number> {
  const until = Date.now() + REST_MS;
  for (;;) {
    const jobs = await countJobs();
    if (jobs === 0 || Date.now() > until) return jobs;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Reads a run, again while the back end comes to itself. */
async function readWhenever(base: string, id: string): ReturnType<typeof readStatus> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await readStatus(base, id);
    } catch (error) {
      if (turn === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const MAX_LINES = 15;

/** What a process said, without the insides of objects. */
function linesOf(words: string): string {
  const lines = words.split("\n").filter((line) => /^\S|^ {4}at /.test(line));
  return lines.slice(-MAX_LINES).join("\n");
}
