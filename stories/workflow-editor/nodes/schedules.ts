const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Schedules of a trigger; `weekday` counts from Sunday, hours are UTC. */
export const SCHEDULES = {
  weekly: { label: "Every Monday at 09:00", weekday: 1, hour: 9 },
  daily: { label: "Every day at 08:00", hour: 8 },
  minutely: { label: "Every minute while this page is open" },
} as const satisfies Record<string, { label: string; weekday?: number; hour?: number }>;

/** Longest delay of a timer. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Calls back at every firing. Returns the function that stops it. */
export function onSchedule(id: ScheduleId, fire: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (due: Date) => {
    timer = setTimeout(
      () => {
        // A timer may be early, by rounding or because the wait is longer than it can hold.
        if (Date.now() < due.getTime()) return wait(due);
        fire();
        wait(nextFiring(id, new Date()));
      },
      Math.min(Math.max(0, due.getTime() - Date.now()), MAX_TIMER_MS),
    );
  };
  wait(nextFiring(id, new Date()));
  return () => clearTimeout(timer);
}

export type ScheduleId = keyof typeof SCHEDULES;

/** Returns the first firing after a moment. */
export function nextFiring(id: ScheduleId, after: Date): Date {
  if (id === "minutely") return new Date((Math.floor(after.getTime() / MINUTE_MS) + 1) * MINUTE_MS);
  const { hour } = SCHEDULES[id];
  const next = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate(), hour));
  const due = () => next > after && (id === "daily" || next.getUTCDay() === SCHEDULES.weekly.weekday);
  while (!due()) next.setTime(next.getTime() + DAY_MS);
  return next;
}
