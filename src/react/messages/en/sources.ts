import type { Message } from "../createTranslate.js";

/** The words of what an earlier node did not give. */
export const sources = {
  "sources.run": "Run “{node}”",
  "sources.running": "Running “{node}” …",
  "sources.sample": { one: "Use its sample", other: "Use their samples" },
  "sources.done": "“{node}” has run. Generate again.",
  "sources.failed": "“{node}” could not be run.",
} satisfies Record<string, Message>;
