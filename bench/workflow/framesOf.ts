/** One event of Chromium's trace; times are in microseconds, `tdur` is CPU time. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

const FRAME_US = 1_000_000 / 60;

/** What each frame of a trace cost the page's main thread. */
export interface Frames {
  /** Milliseconds of CPU at a share of all frames, such as 0.95. */
  at(share: number): number;
}

/** Adds up the tasks of the busiest renderer's main thread per sixtieth of a second. */
export function framesOf(trace: Buffer): Frames {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { traceEvents: readonly TraceEvent[] };
  const mains = traceEvents.filter(
    ({ ph, name, args }) => ph === "M" && name === "thread_name" && args?.name === "CrRendererMain",
  );
  const tasks = mains.map(({ pid, tid }) =>
    traceEvents.filter(
      (event) => event.ph === "X" && event.pid === pid && event.tid === tid && event.name.endsWith("RunTask"),
    ),
  );
  const busiest = tasks.sort((a, b) => cost(b) - cost(a))[0] ?? [];
  const start = Math.min(...busiest.slice(0, 1).map(({ ts }) => ts));
  const last = busiest.at(-1)?.ts ?? start;
  const frames = new Float64Array(Math.ceil((last - start) / FRAME_US) + 1);
  for (const { ts, tdur, dur } of busiest) {
    const frame = Math.max(0, Math.floor((ts - start) / FRAME_US));
    frames[frame] = (frames[frame] ?? 0) + (tdur ?? dur ?? 0) / 1000;
  }
  frames.sort();
  return { at: (share) => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))] ?? NaN };
}

function cost(tasks: readonly TraceEvent[]): number {
  return tasks.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0);
}
