import type { RunStore } from "../../runs/RunStore.js";
import type { SharedRunStore } from "../SharedRunStore.js";
import type { RunTurns } from "./RunTurns.js";

/** Finds the lines of a run store; `undefined` where a host's own store has none. */
export function turnsOf(runs: RunStore & Pick<SharedRunStore, "turns">): RunTurns | undefined {
  return runs.turns;
}
