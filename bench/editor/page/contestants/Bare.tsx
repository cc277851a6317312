import type { ContestantProps } from "../contestantProps.js";

/** The floor: a textarea and nothing else. */
export function Bare({ text }: ContestantProps) {
  return <textarea aria-label="Prompt" defaultValue={text} spellCheck={false} />;
}
