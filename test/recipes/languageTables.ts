import type { TemplateLanguage, TemplatePath, VariableSource } from "image-generation-node/template";
import { activepiecesLanguage, activepiecesSources } from "../../stories/languages/activepiecesLanguage.js";
import { difyLanguage, difySources } from "../../stories/languages/difyLanguage.js";
import { n8nLanguage, n8nSources } from "../../stories/languages/n8nLanguage.js";
import { simLanguage, simSources } from "../../stories/languages/simLanguage.js";
import {
  resultsLanguage,
  resultsSources,
  slotLanguage,
  slotSources,
} from "../../stories/languages/slotLanguages.js";

/** Behaviour of one language, as its host expects it. */
export interface LanguageTable {
  name: string;
  language: TemplateLanguage;
  sources: readonly VariableSource[];
  /** Texts with the caret at their end: what the list searches for; `null` where it stays closed. */
  typed: readonly (readonly [text: string, query: string | null])[];
  /** Texts in which nothing is marked, besides those of every language. */
  prose: readonly string[];
  /** Paths and their tokens. */
  tokens: readonly (readonly [path: TemplatePath, token: string])[];
  /** Paths that can't be written. */
  unwritable: readonly TemplatePath[];
  /** Spellings that `format` never writes, and their paths; `null` for an expression. */
  otherSpellings: readonly (readonly [token: string, path: TemplatePath | null])[];
  /** Text with one token of each state, and the codes of its problems. */
  diagnosed: readonly [text: string, codes: readonly string[]];
  /** Text, and what a run on the samples sends. */
  resolved: readonly [text: string, result: string];
  /** Text, old slug, new slug, text after it. */
  renamed: readonly [text: string, from: string, to: string, after: string];
}

export const LANGUAGE_TABLES: readonly LanguageTable[] = [
  {
    name: "tags like Sim's",
    language: simLanguage,
    sources: simSources,
    typed: [
      ["a <", null],
      ["a < ", null],
      ["a < b", null],
      ["a<b", null],
      ["List<Str", null],
      ["<sta", "sta"],
      ["(<agent1.con", "agent1.con"],
      ["<agent1.", "agent1."],
      ["<agent1.content>", null],
      ["{{", null],
      ["{{API", null],
      ["<a b", null],
    ],
    prose: ["<b>bold</b>", "List<String>", "a<b.c>d", "<start.input", "{{ name }}", "<https://shop.example>"],
    tokens: [
      [["start", "input"], "<start.input>"],
      [["start", "files", 0, "name"], "<start.files[0].name>"],
    ],
    unwritable: [
      ["start", "odd key"],
      ["start", "a>b"],
      ["start", ""],
      ["start", "1a"],
    ],
    otherSpellings: [["{{API_KEY}}", null]],
    diagnosed: [
      "<agent1.content> <agent1.contents> <publish.url> {{API_KEY}} <agent1.tokens>",
      ["unknown_variable", "late_variable", "object_in_text"],
    ],
    resolved: [
      "a < b: <start.input> by {{API_KEY}}, <start.files[0].name>",
      "a < b: A lamp for winter by {{API_KEY}}, lamp.png",
    ],
    renamed: [
      "<agent1.content> {{agent1}} <agent10.x>",
      "agent1",
      "writer",
      "<writer.content> {{agent1}} <agent10.x>",
    ],
  },
  {
    name: "selectors like Dify's",
    language: difyLanguage,
    sources: difySources,
    typed: [
      ["{", null],
      ["{{", null],
      ["{{#", ""],
      ["{{#Desc", "Desc"],
      ["{{#1720000000001.", '["1720000000001"].'],
      ["{{#1720000000001.te", '["1720000000001"].te'],
      ["/", null],
      ["/De", "De"],
      ["a /De", "De"],
      ["either/or", null],
      ["// f", null],
      ["{{#1720000000001.text#}}", null],
    ],
    prose: ["{{ name }}", "1/2, and/or", "https://shop.example/a"],
    tokens: [
      [["1720000000001", "text"], "{{#1720000000001.text#}}"],
      [["sys", "query"], "{{#sys.query#}}"],
    ],
    unwritable: [
      ["1720000000001", "odd key"],
      ["1720000000001", "a#}}"],
      ["a b", "text"],
      ["1", "items", 0],
    ],
    otherSpellings: [["{{#context#}}", null]],
    diagnosed: [
      "{{#1720000000001.text#}} {{#1720000000001.txt#}} {{#1720000000002.url#}} {{#context#}} {{#1720000000001.usage#}}",
      ["unknown_variable", "late_variable", "object_in_text"],
    ],
    resolved: [
      "{{#1720000000000.product#}} and/or {{#context#}}, {{ x }}",
      "Lamp No. 4 and/or {{#context#}}, {{ x }}",
    ],
    renamed: ["{{#1.text#}} {{#10.text#}}", "1", "2", "{{#2.text#}} {{#10.text#}}"],
  },
  {
    name: "expressions like n8n's",
    language: n8nLanguage,
    sources: n8nSources,
    typed: [
      ["{", null],
      ["{{", ""],
      ["{{ Describe pro", "Describe pro"],
      ["{{ $json.su", "$json.su"],
      ["{{ $('Descr", "Descr"],
      ["{{ $('Describe product')", '["Describe product"]'],
      ["{{ $('Describe product').item.", '["Describe product"]'],
      ["{{ $('Describe product').item.json.su", '["Describe product"].su'],
      ["{{ $json['alt", "$json.alt"],
      ["{{ $json.mood + ", null],
      ["{{ $json.mood.trim(", null],
      ["\\{{ $json", null],
      ["{{ $json.mood }}", null],
    ],
    prose: ["\\{{ $json.mood }}", "$json.mood", "$('Old')"],
    tokens: [
      [["$json", "subject"], "{{ $json.subject }}"],
      [["Describe product", "alt text"], "{{ $('Describe product').item.json['alt text'] }}"],
      [["Buyer's", "it's", 0, "length"], "{{ $('Buyer\\'s').item.json['it\\'s'][0]['length'] }}"],
      [["$json", "a}}b"], "{{ $json['a\\u007d\\u007db'] }}"],
    ],
    unwritable: [],
    otherSpellings: [
      ['{{$("Describe product").item.json["alt text"]}}', ["Describe product", "alt text"]],
      ["{{ $json.mood.toUpperCase() }}", null],
      ["{{ $json.tags.length }}", null],
      ["{{ $('Describe product').first().json.mood }}", null],
      ["{{ 1 + 1 }}", null],
    ],
    diagnosed: [
      "{{ $json.mood }} {{ $json.mod }} {{ $('Upload image').item.json.url }} {{ $json.x.y() }} {{ }} {{ $json.mo",
      ["unknown_variable", "late_variable", "empty_braces", "unclosed_braces"],
    ],
    resolved: [
      "\\{{ {{ $json.mood }} {{ $json['alt text'].toUpperCase() + '!' }} {{ $(\"When form is sent\").item.json.tags.length }} {{ $json.nope ?? 'none' }}",
      "{{ calm A FOX IN THE SNOW! 2 none",
    ],
    renamed: [
      "{{ $('Old').item.json.a }} {{ $json.Old }} {{ $('Old').first().json.b + $node[\"Old\"].json.c + 'Old' + $('Older').x }} $('Old')",
      "Old",
      "It's new",
      "{{ $('It\\'s new').item.json.a }} {{ $json.Old }} {{ $('It\\'s new').first().json.b + $node['It\\'s new'].json.c + 'Old' + $('Older').x }} $('Old')",
    ],
  },
  {
    name: "brackets like Activepieces'",
    language: activepiecesLanguage,
    sources: activepiecesSources,
    typed: [
      ["{", null],
      ["{{", ""],
      ["{{trigger['bo", "trigger.bo"],
      ["{{trigger['body']", "trigger.body"],
      ["{{Webh", "Webh"],
      ["{{trigger['body']['title']}}", null],
    ],
    prose: ["trigger['body']", "{a}"],
    tokens: [
      [["trigger", "body", "title"], "{{trigger['body']['title']}}"],
      [["step_1", "items", 0], "{{step_1['items'][0]}}"],
      [["step_1", "it's", "main colour"], "{{step_1['it\\'s']['main colour']}}"],
    ],
    unwritable: [],
    otherSpellings: [['{{ trigger["body"].title }}', ["trigger", "body", "title"]]],
    diagnosed: [
      "{{step_1['items'][0]}} {{step_1['item']}} {{step_2['url']}} {{step_1['items']}} {{}}",
      ["unknown_variable", "late_variable", "object_in_text", "empty_braces"],
    ],
    resolved: ["{{trigger['body']['price']}} {{step_1['it\\'s']['main colour']}}", "49 amber"],
    renamed: [
      "{{step_1['items'][0]}} {{step_10['items']}}",
      "step_1",
      "step_3",
      "{{step_3['items'][0]}} {{step_10['items']}}",
    ],
  },
  {
    name: "results in braces",
    language: resultsLanguage,
    sources: resultsSources,
    typed: [
      ["$", null],
      ["{", null],
      ["$5", null],
      ["${", ""],
      ["${resul", ""],
      ["${results.", ""],
      ["${results.a.", "a."],
      ["${results.a.te", "a.te"],
      ["${Descr", "Descr"],
      ["${results.a.text}", null],
    ],
    prose: ["${price}", "`${a + b}`", "$results.a", "{results.a}"],
    tokens: [[["a", "text"], "${results.a.text}"]],
    unwritable: [
      ["a", "odd key"],
      ["a", 0],
      ["a", "}"],
      ["a", "b.c"],
    ],
    otherSpellings: [],
    diagnosed: [
      "${results.a.text} ${results.a.txt} ${results.z.url} ${results.a}",
      ["unknown_variable", "late_variable", "object_in_text"],
    ],
    resolved: ["${price} $5 ${results.form.product}", "${price} $5 Lamp No. 4"],
    renamed: [
      "${results.a.text} ${results.ab.text} ${a}",
      "a",
      "b",
      "${results.b.text} ${results.ab.text} ${a}",
    ],
  },
  {
    name: "slots",
    language: slotLanguage,
    sources: slotSources,
    typed: [
      ["{", null],
      ["{ a", null],
      ["f{a", null],
      ["{pro", "pro"],
      ["{product}", null],
    ],
    prose: ["{ a }", '{"a": 1}'],
    tokens: [[["product"], "{product}"]],
    unwritable: [],
    otherSpellings: [],
    diagnosed: ["{product} {pruduct} {price}", ["unknown_variable", "late_variable"]],
    resolved: ["{ a } {style}", "{ a } noir"],
    renamed: ["{product} {products}", "product", "item", "{item} {products}"],
  },
];
