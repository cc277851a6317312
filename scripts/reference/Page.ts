import type { Export } from "./readExports.ts";
import type { Links } from "./Links.ts";
import type { Comment } from "./readComment.ts";
import type { Member } from "./listMembers.ts";

/** What all parts of one section need to write themselves. */
export interface Section {
  readonly of: Export;
  readonly links: Links;
}

/** Replaces `{@link Name}` by links or code. */
export function linkWords(text: string, { of, links }: Section): string {
  return text.replaceAll(/\{@link ([^{}]+)\}/g, (_whole, inner: string) => {
    const [name = "", ...words] = inner.split(/[\s|]/).filter((word) => word !== "");
    return words.length > 0 ? words.join(" ") : (links.find(name, of) ?? `\`${name}\``);
  });
}

/** The comment of a section, up to its parameters. */
export function writeComment(comment: Comment, section: Section): readonly string[] {
  return comment.text === "" ? [] : [linkWords(comment.text, section)];
}

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

/** Members as a table; columns that nothing fills are left out. */
export function writeMembers(head: string, members: readonly Member[], section: Section): string {
  const hasDefaults = members.some(({ comment }) => comment.default !== undefined);
  const rows = members.map(({ name, isOptional, type, comment }) => [
    `\`${name}${isOptional ? "?" : ""}\``,
    writeType(type, section),
    ...(hasDefaults ? [writeDefault(comment.default)] : []),
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

/** A default as code, unless it is a sentence with code in it. */
function writeDefault(text: string | undefined): string {
  return text === undefined || text.includes("`") ? (text ?? "") : writeCode(text);
}

function writeCode(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A Markdown table. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const write = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [write(head), `|${" --- |".repeat(head.length)}`, ...rows.map(write)].join("\n");
}

function escapeCell(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ")
    .replaceAll("|", "\\|");
}
