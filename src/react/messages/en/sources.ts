import type { Message } from "../createTranslate.js";

/**
 * The words of what an earlier node did not give.
 *
 * `{node}` is the name of an earlier node, such as "Agent".
 */
export const sources = {
  // Button, a verb: runs that node.
  "sources.run": "Run “{node}”",
  // The same button while it runs.
  "sources.running": "Running “{node}” …",
  // Button, a verb: takes the sample values of the nodes in place of those of a run. Its plural is the number of
  // nodes, which is not said.
  "sources.sample": { one: "Use its sample", other: "Use their samples" },
  // Said aloud: "Generate" is the button's word.
  "sources.done": "“{node}” has run. Generate again.",
  "sources.failed": "“{node}” could not be run.",
} satisfies Record<string, Message>;
