import type { Generation } from "image-generation-node/contract";
import type { LogEntry } from "./types.js";

/** Tells the log which of a node's images were the pinned one, and whether its settings were others. */
export function tellPinned(
  generations: readonly Generation[],
  log: (text: string, level?: LogEntry["level"]) => void,
): void {
  const pinned = generations.filter((generation) => generation.pinned);
  if (pinned.length === 0) return;
  const times = pinned.length === 1 ? "" : ` for ${pinned.length} items`;
  log(`used the pinned picture${times}, nothing was paid`);
  const warnings = pinned.flatMap((generation) => generation.warnings ?? []);
  if (warnings.some(({ code }) => code === "pinned_other_settings"))
    log("the pinned picture was made with other settings", "warn");
}
