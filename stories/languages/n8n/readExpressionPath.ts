import type { TemplatePath } from "image-generation-node/template";

/** Path at the start of an expression. */
export interface ExpressionPath {
  path: TemplatePath;
  /** Whether a part of it may be absent (`?.`). */
  optional: boolean;
  /** Place behind its last part. */
  end: number;
}

const STRING = String.raw`'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*"`;
const HEAD = new RegExp(String.raw`\$json(?![\w$])|\$\(\s*(${STRING})\s*\)\.item\.json(?![\w$])`, "y");
const PART = new RegExp(
  String.raw`(\??)\.([A-Za-z_$][\w$]*)|((?:\?\.)?)\[\s*(?:(${STRING})|(\d{1,10}))\s*\]`,
  "y",
);
/** Node that an expression names, as in `$('Describe product')` and the older `$node["Describe product"]`. */
const NODE = new RegExp(String.raw`(\$(?:\(|node\[)\s*)(${STRING})(?=\s*[)\]])`, "g");
const ESCAPE = /\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi;
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v" };

/** Reads `$json.name` or `$('Describe product').item.json.subject` at the start of an expression; `null` for anything else. */
export function readExpressionPath(code: string): ExpressionPath | null {
  HEAD.lastIndex = 0;
  const head = HEAD.exec(code);
  if (!head) return null;
  const path: (string | number)[] = [head[1] === undefined ? "$json" : unquote(head[1])];
  let optional = false;
  let end = HEAD.lastIndex;
  PART.lastIndex = end;
  for (let part; (part = PART.exec(code)); end = PART.lastIndex) {
    const [, dot = "", name, bracket = "", key, index] = part;
    optional ||= dot + bracket !== "";
    path.push(name ?? (key === undefined ? Number(index) : unquote(key)));
  }
  return { path, optional, end };
}

/** Writes a path as an expression. `.length` would be that of a list or a text, so a member of this name stands in brackets. */
export function writeExpressionPath([node, ...parts]: TemplatePath): string {
  const head = node === "$json" ? "$json" : `$(${quote(String(node))}).item.json`;
  return parts.reduce<string>((code, part) => {
    if (typeof part === "number") return `${code}[${part}]`;
    return code + (/^[A-Za-z_$][\w$]*$/.test(part) && part !== "length" ? `.${part}` : `[${quote(part)}]`);
  }, head);
}

/** Rewrites the name of a node wherever an expression gives it. */
export function renameInExpression(code: string, from: string, to: string): string {
  return code.replace(NODE, (whole, opening: string, name: string) =>
    unquote(name) === from ? opening + quote(to) : whole,
  );
}

/** Writes a text as a JavaScript string that holds no braces of a token's end. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replace(/[{}\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`;
}

/** Reads a JavaScript string. */
export function unquote(literal: string): string {
  return literal.slice(1, -1).replace(ESCAPE, (_, four?: string, two?: string, letter = "") => {
    const code = four ?? two;
    return code === undefined
      ? (CONTROLS[letter as string] ?? (letter as string))
      : String.fromCharCode(parseInt(code, 16));
  });
}
