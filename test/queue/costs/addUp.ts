import type { Side, Traffic } from "./startMeter.ts";

/** Costs of some generations, summed over processes. */
export interface Costs {
  /** Statements or commands of the run store. */
  readonly store: number;
  /** Those of the queue's engine. */
  readonly queue: number;
  /** Bytes on the wire, both ways. */
  readonly wire: number;
  /** Calls of both sides by kind, most first. */
  readonly kinds: readonly (readonly [kind: string, calls: number])[];
}

/** Sums up what went over the connections of some processes. */
export function addUp(processes: readonly Readonly<Record<Side, Traffic>>[]): Costs {
  const kinds = new Map<string, number>();
  const count = (side: Side) => {
    let calls = 0;
    for (const process of processes) {
      for (const [kind, times] of Object.entries(process[side].calls)) {
        const name = `${side}: ${kind}`;
        kinds.set(name, (kinds.get(name) ?? 0) + times);
        calls += times;
      }
    }
    return calls;
  };
  const traffic = processes.flatMap(({ store, queue }) => [store, queue]);
  return {
    store: count("store"),
    queue: count("queue"),
    wire: traffic.reduce((sum, { sent, received }) => sum + sent + received, 0),
    kinds: [...kinds].sort(([, a], [, b]) => b - a),
  };
}
