import { isBag } from "../isBag.js";
import type { Bag } from "../isBag.js";

/** Most nodes of a document; one that holds itself never ends. */
const MAX_NODES = 100_000;
const BLOCK = /^(?:paragraph|heading|code_?block)$/i;

/** Tells whether a value is a document of ProseMirror or Tiptap. */
export function isDocument(value: unknown): value is { type: "doc"; content: unknown[] } {
  return isBag(value) && value.type === "doc" && Array.isArray(value.content);
}

/**
 * Reads a document as text, a line for each block. A node that stands for a value becomes `{{its name}}`, a mention
 * "@name". Returns `undefined` for one without an end.
 */
export function readDocument(document: unknown): string | undefined {
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
    else if (isBag(attrs)) text += nameNode(kind, attrs);
    if (Array.isArray(content)) for (let at = content.length; at > 0; at -= 1) stack.push(content[at - 1]);
  }
  return text;
}

function nameNode(kind: string, attrs: Bag): string {
  const { node, outputId, label, id, name, path, value } = attrs;
  const names = isBag(node) ? [node.id, outputId] : [[label, id, name, path, value].find(isName)];
  if (!names.every(isName)) return "";
  const sign = attrs.mentionSuggestionChar;
  return kind === "mention" ? `${isName(sign) ? sign : "@"}${names.join("")}` : `{{${names.join(":")}}}`;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
