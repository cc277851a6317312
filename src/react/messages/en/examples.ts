import type { Message } from "../createTranslate.js";

/**
 * The words of the prompts that an empty preview suggests. `{subject}` and `{style}` stand for variables of the
 * workflow; the others are whole prompts.
 *
 * Whole prompts, which are sent to a model as they stand here: in the language, as somebody would write them.
 * `{subject}` and `{style}` are filled by variables such as `{{agent.output.subject}}`; what a variable will hold
 * is not known, so nothing may be inflected by it.
 */
export const examples = {
  // Title of the list, a noun in the plural.
  "examples.label": "Examples",
  "examples.styled": "A {style} illustration of {subject}",
  "examples.photo": "A photo of {subject} in soft morning light",
  "examples.icon": "{subject} as a simple icon on a plain background",
  "examples.lighthouse": "A lighthouse on a cliff at dusk, waves below",
  "examples.desk": "A tidy desk by a window, seen from above",
  "examples.city": "A small town in the snow, warm light in the windows",

  // Never seen. Names of variables that say what a picture shows, the best first, in small letters, separated by ASCII
  // commas. The English ones stay among them, as variables often have English names; those of the language come
  // first. A name of four letters or more is also found within a longer one.
  "examples.subjects": "subject, title, name, topic, product, headline, summary, description, text",
  // The same: names of variables that say how a picture looks.
  "examples.styles": "style, mood, tone, theme, season, color, colour, palette",
} satisfies Record<string, Message>;
