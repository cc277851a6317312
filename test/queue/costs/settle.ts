import type { Probe } from "./openProbe.ts";
import type { Meter } from "./startMeter.ts";

const STEP_MS = 20;
const QUIET_STEPS = 15;

/** Waits until no job of a queue is left, nobody waits for an answer, and then for a while nothing more is said. */
export async function settle(
  meter: Pick<Meter<string>, "total" | "isWaiting">,
  probe: Probe,
  queue: string,
): Promise<void> {
  let quiet = 0;
  for (let before = -1; quiet < QUIET_STEPS;) {
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    const total = meter.total();
    quiet = total === before && !meter.isWaiting() ? quiet + 1 : 0;
    before = total;
    if (quiet === QUIET_STEPS && (await probe.jobs(queue)) > 0) quiet = 0;
  }
}
