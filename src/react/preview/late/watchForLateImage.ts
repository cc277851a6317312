import { latePauses } from "./latePauses.js";

/** Options of {@link watchForLateImage}. */
export interface LateImageWatch {
  /** End of the run, in epoch milliseconds. */
  endedAt: number;
  /** Asks the back end; resolves to `true` while the run is worth another look. */
  ask: () => Promise<boolean>;
  /** Called once no more looks are made. */
  onGiveUp: () => void;
}

/**
 * Asks for a late image ever less often, and only while the page is visible.
 *
 * @returns the function that stops it
 */
export function watchForLateImage({ endedAt, ask, onGiveUp }: LateImageWatch): () => void {
  const pauses = latePauses(Date.now() - endedAt);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let due = false;
  const plan = (worthIt: boolean) => {
    if (over) return;
    const pause = worthIt ? pauses.shift() : undefined;
    if (pause === undefined) onGiveUp();
    else timer = setTimeout(turn, pause);
  };
  const turn = () => {
    due = document.hidden;
    if (!due) void ask().then(plan);
  };
  const wake = () => {
    if (due) turn();
  };
  document.addEventListener("visibilitychange", wake);
  plan(true);
  return () => {
    over = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", wake);
  };
}
