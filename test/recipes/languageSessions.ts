/** Keys that a person presses in one of the languages, and what comes of them. */
export interface LanguageSession {
  /** Recipe whose page is opened. */
  id: string;
  /** Keys that open the list and search for "Describe product" or the like by what people see. */
  search: string;
  /** Rows that are chosen one after another, as people see them: a node, then what it gives. */
  rows: readonly string[];
  /** Token that the last row writes. */
  token: string;
  /** Value that the token has in the run. */
  value: string;
  /** Value of another node, which a run must not send. */
  other: string;
  unknown: string;
  late: string;
  /** Token of no variable, which is marked and sent on as it stands. None by default. */
  expression?: string;
  /** Value of the expression in the run. @default the expression */
  resolved?: string;
  /** New name of the node, and the token after it. */
  renamed: readonly [from: string, to: string, token: string];
  /** Prose besides that of every language. */
  prose?: string;
}

export const LANGUAGE_SESSIONS: readonly LanguageSession[] = [
  {
    id: "tags",
    search: "<conten",
    rows: ["agent1.content"],
    token: "<agent1.content>",
    value: "a red fox at dusk",
    other: "A lamp for winter",
    unknown: "<agent1.contents>",
    late: "<publish.url>",
    expression: "{{API_KEY}}",
    renamed: ["Agent 1", "Copy Writer", "<copywriter.content>"],
    prose: "if (a < b && c > d) { return List<String>; }",
  },
  {
    id: "ids",
    search: "/Describe",
    rows: ["Describe product", "Describe product / text"],
    token: "{{#1720000000001.text#}}",
    value: "a red fox",
    other: "Lamp No. 4",
    unknown: "{{#1720000000001.txt#}}",
    late: "{{#1720000000002.url#}}",
    expression: "{{#context#}}",
    renamed: ["Describe product", "Writer", "{{#1720000000001.text#}}"],
    prose: "either/or 1/2 https://shop.example/a {{ name }}",
  },
  {
    id: "expressions",
    search: "{{ Describe pro",
    rows: ["Describe product › subject"],
    token: "{{ $('Describe product').item.json.subject }}",
    value: "a red fox",
    other: "Lamp No. 4",
    unknown: "{{ $json.subjct }}",
    late: "{{ $('Upload image').item.json.url }}",
    expression: "{{ $json['alt text'].toUpperCase() + '!' }}",
    resolved: "A FOX IN THE SNOW!",
    renamed: ["Describe product", "Writer's", "{{ $('Writer\\'s').item.json.subject }}"],
  },
  {
    id: "brackets",
    search: "{{colour",
    rows: ["Describe product › it's › main colour"],
    token: "{{step_1['it\\'s']['main colour']}}",
    value: "amber",
    other: "Lamp No. 4",
    unknown: "{{step_1['item']}}",
    late: "{{step_2['url']}}",
    renamed: ["Describe product", "Writer", "{{step_1['it\\'s']['main colour']}}"],
  },
  {
    id: "results",
    search: "${Describe",
    rows: ["results.a", "results.a.text"],
    token: "${results.a.text}",
    value: "a red fox",
    other: "Lamp No. 4",
    unknown: "${results.a.txt}",
    late: "${results.z.url}",
    renamed: ["Describe product", "writer", "${results.writer.text}"],
  },
  {
    id: "slots",
    search: "{Loo",
    rows: ["style"],
    token: "{style}",
    value: "noir",
    other: "Lamp No. 4",
    unknown: "{styl}",
    late: "{price}",
    renamed: ["Look", "mood", "{mood}"],
    prose: 'const a = { b: 1 }; f({}); {"c": 2}',
  },
];
