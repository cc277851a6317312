import { doubleBraceLanguage, parsePath } from "../../template/index.js";
import type { TemplateLanguage, TemplatePath } from "../../template/index.js";
import { isBag } from "../isBag.js";
import type { Bag } from "../isBag.js";
import { writeVariable } from "./writeVariable.js";

/** Most nodes of a document; one that holds itself never ends. */
const MAX_NODES = 100_000;
const BLOCK = /^(?:paragraph|heading|code_?block)$/i;

/** Tells whether a value is a document of ProseMirror or Tiptap. */
export function isDocument(value: unknown): value is { type: "doc"; content: unknown[] } {
  return isBag(value) && value.type === "doc" && Array.isArray(value.content);
}

/**
 * Reads a document as text, a line for each block. A node that stands for a value becomes `{{its name}}`, or what a host's
 * language writes for it, and a mention "@name". Returns `undefined` for one without an end.
 */
export function readDocument(document: unknown, language: TemplateLanguage): string | undefined {
  let text = "";
  let blocks = 0;
  const stack: unknown[] = [document];
  for (let count = 0; stack.length > 0; count += 1) {
    if (count + stack.length > MAX_NODES) return undefined;
    const node = stack.pop();
    if (!isBag(node)) continue;
    const { type, text: written, attrs, content } = node;
    const kind = typeof type === "string" ? type : "";
    if (BLOCK.test(kind)) text += blocks++ > 0 ? "\n" : "";
    else if (/^hard_?break$/i.test(kind)) text += "\n";
    else if (typeof written === "string") text += written;
    else if (isBag(attrs)) text += nameNode(kind, attrs, language);
    if (Array.isArray(content)) for (let at = content.length; at > 0; at -= 1) stack.push(content[at - 1]);
  }
  return text;
}

function nameNode(kind: string, attrs: Bag, language: TemplateLanguage): string {
  const { node, outputId, label, id, name, path, value } = attrs;
  const names = isBag(node) ? [node.id, outputId] : [[label, id, name, path, value].find(isName)];
  if (!names.every(isName)) return "";
  const sign = attrs.mentionSuggestionChar;
  if (kind === "mention") return `${isName(sign) ? sign : "@"}${names.join("")}`;
  const [only = ""] = names;
  if (names.length > 1) return writeVariable(names, `{{${names.join(":")}}}`, language);
  return isToken(only, language) ? only : writeVariable(toPath(only), `{{${only}}}`, language);
}

/** Tells whether a node is named by a whole token of a host's language. */
function isToken(name: string, language: TemplateLanguage): boolean {
  if (language === doubleBraceLanguage) return false;
  const [token] = language.scan(name);
  return token?.start === 0 && token.end === name.length;
}

/** Reads a name as a path, where it is one in the canonical spelling; else as a single name. */
function toPath(name: string): TemplatePath {
  return parsePath(name) ?? [name];
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
