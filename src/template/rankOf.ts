import type { VariableSource } from "./types.js";

/**
 * Ranks a source by its distance: upstream nodes by their steps, then those of unknown distance, then those that run
 * later.
 */
export const rankOf = ({ distance = 1e9 }: VariableSource) =>
  distance >= 0 && distance < Infinity ? distance : 2e9;
