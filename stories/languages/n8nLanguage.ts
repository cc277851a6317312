import { formatPath } from "image-generation-node/template";
import type {
  Diagnostic,
  ResolvedText,
  TemplateLanguage,
  TemplateToken,
  VariableSource,
} from "image-generation-node/template";
import type { LanguageRecipe } from "./LanguageRecipe.js";
import { evaluateExpression, toText } from "./n8n/evaluateExpression.js";
import { readExpressionPath, renameInExpression, writeExpressionPath } from "./n8n/readExpressionPath.js";

const described = { subject: "a red fox", mood: "calm", "alt text": "A fox in the snow" };

/**
 * Nodes of an editor like n8n. Names are their own ids, and may hold blanks and quotes. The node directly before is there a
 * second time, as `$json`.
 */
export const n8nSources: readonly VariableSource[] = [
  { slug: "$json", label: "Node before", kind: "agent", distance: 1, sample: described },
  { slug: "Describe product", label: "Describe product", kind: "agent", distance: 1, sample: described },
  {
    slug: "When form is sent",
    label: "When form is sent",
    kind: "trigger",
    distance: 2,
    sample: { name: "Lamp No. 4", tags: ["brass", "warm"], "Buyer's note": "no text, please" },
  },
  {
    slug: "Upload image",
    label: "Upload image",
    distance: -1,
    sample: { url: "https://shop.example/4.png" },
  },
];

/**
 * Language like n8n's, where the back end has the engine: the text is sent as it stands, and the preview says so.
 * `{{ $json.name }}` names the node before, `{{ $('Describe product').item.json.subject }}` others; any other JavaScript is
 * left to the engine.
 */
export const n8nLanguageOfBackEnd: TemplateLanguage = {
  name: "expressions like n8n's",
  triggers: ["{{"],
  scan,
  format: (path) => `{{ ${writeExpressionPath(path)} }}`,
  parse(token) {
    const [first] = scan(token);
    return first?.start === 0 && first.end === token.length ? first.path : null;
  },
  query(typed, before) {
    const code = typed.trimStart();
    return before.endsWith("\\") || code.includes("}") ? null : searchFor(code);
  },
  escape: (text) => text.replaceAll("{{", "\\{{"),
  rename: renameInExpression,
  display: ([node, ...parts]) =>
    node === "$json" ? ["$json", ...parts].join(".") : [node, ...parts].join(" › "),
};

/** The same where the page reaches the engine: it fills in the preview and the run. */
export const n8nLanguage: TemplateLanguage = { ...n8nLanguageOfBackEnd, resolve };

/** Language and nodes together. The node before is always `$json`, whatever its name. */
export const n8nRecipe: LanguageRecipe = {
  id: "expressions",
  language: n8nLanguage,
  sources: n8nSources,
  rename: (source, name) => (source.slug === "$json" ? source : { ...source, slug: name, label: name }),
};

/** Finds what stands between `{{` and the next `}}`. A second `{{` before it says that the first was left open. */
function scan(text: string): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let open = -1;
  for (const { index, 0: braces } of text.matchAll(/\\?\{\{|\}\}/g)) {
    if (braces === "}}") {
      if (open >= 0) tokens.push(readToken(text, open, index + 2));
      open = -1;
    } else if (braces === "{{") {
      if (open >= 0) tokens.push(unclosed(text, open));
      open = index;
    }
  }
  if (open >= 0) tokens.push(unclosed(text, open));
  return tokens;
}

function readToken(text: string, start: number, end: number): TemplateToken {
  const code = text.slice(start + 2, end - 2).trim();
  if (!code) return { start, end, path: null, closed: true, fault: "empty_braces" };
  const found = readExpressionPath(code);
  const isPlain = found?.end === code.length && !code.endsWith(".length");
  return { start, end, path: isPlain ? found.path : null, closed: true, optional: found?.optional };
}

/** Prose may follow, so a token that was left open ends with its path. */
function unclosed(text: string, start: number): TemplateToken {
  const [blanks = ""] = /^[ \t]*/.exec(text.slice(start + 2, start + 402)) ?? [];
  const from = start + 2 + blanks.length;
  const found = readExpressionPath(text.slice(from, start + 402));
  return { start, end: found ? from + found.end : start + 2, path: null, closed: false };
}

/** Says what an unfinished expression searches for; `null` where it goes beyond a path. */
function searchFor(code: string): string | null {
  const found = readExpressionPath(code);
  if (found) {
    const rest = /^(?:\??\.|\[['"]?)?([^'"\])(.?+*/:&|<>=-]*)$/.exec(code.slice(found.end));
    if (!rest) return null;
    return rest[0] === "" ? formatPath(found.path) : `${formatPath(found.path)}.${rest[1] ?? ""}`;
  }
  const [whole, node, member = ""] = /^\$\(\s*['"]([^'"]*)['"]\s*\)(.*)$/.exec(code) ?? [];
  if (whole !== undefined) return ".item.json".startsWith(member) ? formatPath([node ?? ""]) : null;
  const name = code.replace(/^\$\(\s*['"]?/, "");
  return /['"()?+*:&|<>=;,]/.test(name) ? null : name;
}

async function resolve(
  text: string,
  variables: Readonly<Record<string, unknown>> | null,
  { maxLength = Infinity }: { maxLength?: number | undefined } = {},
): Promise<ResolvedText> {
  const diagnostics: Diagnostic[] = [];
  const spans: { start: number; end: number; path: string }[] = [];
  const tell = ({ start, end }: TemplateToken, code: Diagnostic["code"], message: string, path?: string) =>
    diagnostics.push({
      code,
      severity: "error",
      range: { start, end },
      message,
      ...(path && { path, params: { path } }),
    });
  let result = "";
  let last = 0;
  for (const token of scan(text)) {
    const { start, end, path, closed, fault } = token;
    if (!closed || fault) {
      tell(
        token,
        closed ? "empty_braces" : "unclosed_braces",
        "The expression has no end, or nothing in it.",
      );
      continue;
    }
    result += unescape(text.slice(last, start));
    last = end;
    const name = path ? formatPath(path) : text.slice(start, end);
    try {
      // The real engine answers from a worker or a server.
      const value = await Promise.resolve(
        evaluateExpression(text.slice(start + 2, end - 2).trim(), variables ?? {}),
      );
      if ((value ?? null) === null && !token.optional)
        tell(token, "missing_variable", `${name} has no value.`, name);
      const from = result.length;
      result += toText(value ?? "");
      spans.push({ start: from, end: result.length, path: name });
    } catch (error) {
      tell(token, "unsupported_expression", error instanceof Error ? error.message : String(error));
    }
  }
  result += unescape(text.slice(last));
  if (result.length > maxLength) {
    const range = { start: 0, end: text.length };
    diagnostics.push({
      code: "too_long",
      severity: "error",
      range,
      message: "The text is too long.",
      params: { maxLength },
    });
  }
  return { text: result.slice(0, maxLength), diagnostics, spans };
}

const unescape = (text: string) => text.replaceAll("\\{{", "{{");
