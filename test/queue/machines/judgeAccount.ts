import { readStatus } from "./generateWhatever.js";
import type { SeenEnd } from "./generateWhatever.js";
import type { Judgement } from "./judgeEnds.js";
import type { Chaos } from "./openChaos.js";

/** How long the settlement of a run may take whose process died: its deadline, its late time, and a minute. */
const SETTLED_MS = 180_000;

/** Judges what the host's account was told: each reservation is settled, with what became of the image, and once but for deaths. */
export async function judgeAccount({ account, bases }: Chaos, seen: readonly SeenEnd[]): Promise<Judgement> {
  if (!account) return { faults: [], figures: {} };
  const until = Date.now() + SETTLED_MS;
  const open = () =>
    [...account.reservations].filter(([token]) => !account.settlements.some((told) => told.token === token));
  while (open().length > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 500));
  const faults: string[] = open().map(([token, id]) => `The reservation ${token} of ${id} is open.`);
  const byId = new Map<string, (boolean | null)[]>();
  for (const { id, charged } of account.settlements) byId.set(id, [...(byId.get(id) ?? []), charged]);
  for (const [id, told] of byId) {
    if (new Set(told).size > 1) faults.push(`${id} was settled as ${told.join(" and as ")}.`);
  }
  let charged = 0;
  for (const { id, prompt } of seen) {
    const { output, late, problem } = await readStatus(bases[0] ?? "", id);
    const isMade = Boolean(output ?? late?.output);
    const expected = isMade ? true : (problem?.charged ?? null);
    const [told] = byId.get(id) ?? [];
    if (told === true) charged += 1;
    if (told !== expected) faults.push(`"${prompt}" was settled as ${told}, and is ${expected}.`);
  }
  return {
    faults,
    figures: {
      reservations: account.reservations.size,
      settlements: account.settlements.length,
      "settled more than once": [...byId.values()].filter(({ length }) => length > 1).length,
      "settled as charged": charged,
      "reservations open": open().length,
    },
  };
}
