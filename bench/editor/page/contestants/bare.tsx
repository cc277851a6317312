import type { ContestantProps } from "../contestant.js";

/** The floor: a textarea and nothing else. */
export function Bare({ text }: ContestantProps) {
  return <textarea aria-label="Prompt" defaultValue={text} spellCheck={false} />;
}
