import fc from "fast-check";
import {
  doubleBraceLanguage,
  canonicalJson,
  createVariableIndex,
  diagnoseTemplate,
  listReferences,
  parsePath,
  parseTemplate,
  pickVariables,
  renameReferences,
  resolveTemplate,
} from "image-generation-node/template";
import { anyJson, createFuzz, hold } from "./Fuzz.js";
import type { Fuzz } from "./Fuzz.js";

const PIECES = [
  "{{",
  "}}",
  "{",
  "}",
  "\\{{",
  "\\",
  "{{a}}",
  "{{ a.b }}",
  "{{a?.b}}",
  '{{a["odd key"][0]}}',
  '{{ a.b ?? "}}" }}',
  "{{__proto__}}",
  "{{constructor.prototype}}",
  "{{a.length}}",
  "a",
  ".",
  "?.",
  "??",
  '"',
  '["',
  "[0]",
  "]",
  " ",
  "\n",
  "\u0000",
  "\ud800",
  "\u202e",
];

/** Texts that are nearly templates. */
export const anyTemplate = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary" })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));

const anyVariables = fc.oneof(
  anyJson,
  fc.record({ a: anyJson, b: anyJson, constructor: anyJson }, { requiredKeys: [] }),
);

/** What must hold of the language for any text and any data. */
export const templateFuzz: readonly Fuzz[] = [
  createFuzz("the parts of a template cover it without a gap", anyTemplate, (text) => {
    const { parts } = parseTemplate(text);
    let end = 0;
    for (const { range } of parts) {
      hold(range.start === end && range.end > range.start, "each part begins where the last one ends");
      end = range.end;
    }
    hold(end === text.length, "the last part ends with the text");
    for (const { start, end: stop } of doubleBraceLanguage.scan(text))
      hold(start < stop, "a token is not empty");
  }),
  createFuzz(
    "resolving takes any text and any data, and never reads what it gave out",
    fc.tuple(anyTemplate, anyVariables),
    ([text, variables]) => {
      const { text: resolved, spans, references } = resolveTemplate(text, variables);
      let end = 0;
      for (const span of spans) {
        hold(span.start >= end && span.end <= resolved.length, "spans lie in order within the result");
        end = span.end;
      }
      for (const { path } of references) hold(parsePath(path) !== null, `the path ${path} can be parsed`);
      hold(!/native code|\[object /.test(resolved), "nothing inherited was read");
    },
  ),
  createFuzz(
    "the variables that a template names are enough for it",
    fc.tuple(anyTemplate, anyVariables),
    ([text, variables]) => {
      const picked = pickVariables(text, variables);
      hold(
        resolveTemplate(text, picked).text === resolveTemplate(text, variables).text,
        "the picked variables resolve to the same text",
      );
      canonicalJson(picked);
    },
  ),
  createFuzz("a value with braces stays as it is", fc.tuple(anyTemplate, anyTemplate), ([text, value]) => {
    const { spans, text: resolved } = resolveTemplate(`${text} {{a}}`, { a: value });
    const last = spans.at(-1);
    if (last && last.path === "a")
      hold(resolved.slice(last.start, last.end) === value, "the value is unchanged");
  }),
  createFuzz("a slug is renamed there and back", anyTemplate, (text) => {
    const there = renameReferences(text, "a", "renamed_slug");
    hold(
      listReferences(there).length === listReferences(text).length,
      "as many references stand in the text as before",
    );
    hold(
      listReferences(there).every(({ segments }) => segments[0] !== "a"),
      "the old name is gone",
    );
    if (listReferences(text).some(({ segments }) => segments[0] === "renamed_slug")) return;
    hold(
      resolveTemplate(renameReferences(there, "renamed_slug", "a"), { a: "x" }).text ===
        resolveTemplate(text, { a: "x" }).text,
      "the text means the same again",
    );
  }),
  createFuzz(
    "an index takes any sample and any schema",
    fc.tuple(anyTemplate, anyJson, anyJson),
    ([text, sample, schema]) => {
      const index = createVariableIndex(
        [{ slug: "a", label: "A", sample, schema: schema as Record<string, unknown> }],
        { maxLeaves: 200 },
      );
      diagnoseTemplate(text, index);
      for (const { path } of index.search(text.slice(0, 20)).items) hold(index.has(path), `${path} is known`);
    },
  ),
];
