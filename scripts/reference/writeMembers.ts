import type { Member } from "./listMembers.ts";
import type { Comment } from "./readComment.ts";
import { linkWords } from "./Section.ts";
import type { Section } from "./Section.ts";
import { writeTable } from "./writeTable.ts";

/** Members as a table; columns that nothing fills are left out. */
export function writeMembers(head: string, members: readonly Member[], section: Section): string {
  const hasDefaults = members.some(({ comment }) => comment.default !== undefined);
  const rows = members.map(({ name, isOptional, type, comment }) => [
    `\`${name}${isOptional ? "?" : ""}\``,
    writeType(type, section),
    ...(hasDefaults ? [writeDefault(comment.default, section)] : []),
    describeMember(comment, section),
  ]);
  return writeTable([head, "type", ...(hasDefaults ? ["default"] : []), "description"], rows);
}

function describeMember(comment: Comment, section: Section): string {
  const selector = (comment.selector ?? "").replace(/^\[[^\]]*\]/, "`$&`");
  const examples = comment.examples.map((text) => {
    const lines = text.split("\n").filter((line) => !line.startsWith("```"));
    return `Example: \`${lines.map((line) => line.trim()).join(" ")}\``;
  });
  const params = comment.params.map(([name, text]) => `\`${name}\`: ${text}`);
  const returns = comment.returns === undefined ? [] : [`Returns ${comment.returns}`];
  const throws = comment.throws.map((text) => `Throws ${text}`);
  const all = [comment.text, selector, ...params, ...returns, ...throws, ...examples];
  return linkWords(all.filter((text) => text !== "").join(" "), section);
}

/** A type as code; names that the reference describes are linked, in place where one is all there is. */
export function writeType(type: string, { of, links }: Section): string {
  const whole = links.find(type, of);
  if (whole !== null) return whole;
  const names = [...new Set(type.replaceAll(/"[^"]*"/g, "").match(/\b[A-Z]\w+/g) ?? [])];
  const known = names.flatMap((name) => links.find(name, of) ?? []);
  return `${writeCode(type)}${known.length > 0 ? ` (${known.join(", ")})` : ""}`;
}

/** A default as code, unless it is a sentence with code or a link in it. */
function writeDefault(text: string | undefined, section: Section): string {
  if (text === undefined) return "";
  return /`|\{@link/.test(text) ? linkWords(text, section) : writeCode(text);
}

function writeCode(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
