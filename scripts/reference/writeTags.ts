import type { Comment } from "./readComment.ts";
import { linkWords } from "./Section.ts";
import type { Section } from "./Section.ts";
import { writeTable } from "./writeTable.ts";

/** Parameters, result, errors and examples of a section. */
export function writeTags(comment: Comment, section: Section): readonly string[] {
  const params = comment.params.map(([name, text]) => [`\`${name}\``, linkWords(text, section)]);
  return [
    ...(params.length > 0 ? [writeTable(["parameter", "description"], params)] : []),
    ...(comment.returns === undefined ? [] : [`**Returns** ${linkWords(comment.returns, section)}`]),
    ...comment.throws.map((text) => `**Throws** ${linkWords(text, section)}`),
    ...comment.examples,
  ];
}
