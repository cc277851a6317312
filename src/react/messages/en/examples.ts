import type { Message } from "../createTranslate.js";

/**
 * The words of the prompts that an empty preview suggests. `{subject}` and `{style}` stand for variables of the workflow;
 * the others are whole prompts.
 */
export const examples = {
  "examples.label": "Examples",
  "examples.styled": "A {style} illustration of {subject}",
  "examples.photo": "A photo of {subject} in soft morning light",
  "examples.icon": "{subject} as a simple icon on a plain background",
  "examples.lighthouse": "A lighthouse on a cliff at dusk, waves below",
  "examples.desk": "A tidy desk by a window, seen from above",
  "examples.city": "A small town in the snow, warm light in the windows",
} satisfies Record<string, Message>;
