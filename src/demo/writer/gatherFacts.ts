/** What the outputs of earlier nodes say, sorted by what a picture can use. */
export interface Facts {
  subject: string | undefined;
  description: string | undefined;
  mood: string | undefined;
  colour: string | undefined;
  setting: string | undefined;
  topic: string | undefined;
  metric: string | undefined;
  /** Any other text worth a mention, in the order found. */
  others: readonly string[];
}

type Role = Exclude<keyof Facts, "others">;

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(image_?prompt|visual_?description|product_?visual_?description|visual)$/, "description"],
  [/^(subject|name|product|product_?name|title|headline|item|object|character|what)$/, "subject"],
  [/(description|summary|details|caption|scene|content|text|body)$/, "description"],
  [/^(mood|tone|atmosphere|feeling|emotion|lighting|vibe)$/, "mood"],
  [/^(colou?r|colou?rs|finish|material)$/, "colour"],
  [/^(setting|place|location|background|city|country|environment|season|weather|time_?of_?day)$/, "setting"],
  [/^(topic|theme|category|keyword|tags?|subject_?line|industry)$/, "topic"],
  [/(metric|kpi|growth|revenue|result|headline_?figure)$/, "metric"],
];
const IGNORED =
  /(^_|(^|_)(id|ids|uuid|url|uri|href|link|path|slug|email|phone|token|key|hash|sha256|mime_?type|created_?at|updated_?at|timestamp|date|time|status|type|version|locale|style|aspect_?ratio|image_?url|current_?index|total|index|price|sku|prompt)$)/;
const MACHINE =
  /^(https?:|data:|\/|[\w.+-]+@[\w-]+\.|[0-9a-f-]{16,}$|\d{4}-\d\d-\d\d|[\d\s.,:%/-]*$|(att|run|gen|img|usr|ord)_\w+$)/i;
const DEEPEST = 6;
const MOST_VALUES = 400;

/** Walks the outputs breadth first and keeps the strings that mean something to a reader. */
export function gatherFacts(variables: unknown): Facts {
  const facts: Record<Role, string | undefined> = {
    subject: undefined,
    description: undefined,
    mood: undefined,
    colour: undefined,
    setting: undefined,
    topic: undefined,
    metric: undefined,
  };
  const others: string[] = [];
  const queue: { key: string; value: unknown; depth: number }[] = [{ key: "", value: variables, depth: 0 }];
  for (let at = 0; at < queue.length && at < MOST_VALUES; at += 1) {
    const { key, value, depth } = queue[at] ?? { key: "", value: undefined, depth: 0 };
    if (typeof value === "object" && value !== null) {
      if (depth >= DEEPEST) continue;
      for (const [name, child] of Object.entries(value)) {
        queue.push({ key: Array.isArray(value) ? key : snake(name), value: child, depth: depth + 1 });
      }
      continue;
    }
    if (IGNORED.test(key)) continue;
    const role = ROLES.find(([pattern]) => pattern.test(key))?.[1];
    const text =
      typeof value === "string"
        ? tidy(value)
        : typeof value === "number" && role === "metric"
          ? `${key.replace(/_/g, " ")} ${value}`
          : "";
    if (text === "" || (role !== "metric" && MACHINE.test(text))) continue;
    if (role !== undefined && facts[role] === undefined) facts[role] = text;
    else if (role === undefined || role === "subject") others.push(text);
  }
  return { ...facts, others };
}

const snake = (key: string) => key.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();

/** One line without markup or braces, cut at a sentence or a word. */
export function tidy(text: string, most = 140): string {
  const line = text
    .replace(/<[^>]*>/g, " ")
    .replace(/[{}[\]<>*_#`|\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const sentence = /^.{24,}?[.!?](?=\s)/.exec(line)?.[0] ?? line;
  const chosen = sentence.length <= most ? sentence : sentence.slice(0, most).replace(/\s+\S*$/, "");
  return chosen.replace(/[\s.,;:!?…–-]+$/, "");
}
