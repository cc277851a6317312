/** Facts from the outputs of earlier nodes, by their use in a prompt. */
export interface Facts {
  subject: string | undefined;
  title: string | undefined;
  description: string | undefined;
  mood: string | undefined;
  colour: string | undefined;
  setting: string | undefined;
  topic: string | undefined;
  metric: string | undefined;
  /** Any other text worth a mention, in the order found. */
  others: readonly string[];
  /** Word for a look, such as "noir": worth a picture only where there is nothing else. */
  look: string | undefined;
}

type Role = Exclude<keyof Facts, "others" | "look">;

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(image_?prompt|visual_?description|product_?visual_?description|visual)$/, "description"],
  [/^(subject|name|product|product_?name|item|object|character|what)$/, "subject"],
  [/^(title|headline)$/, "title"],
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

/** Facts of one object: a product, an article, an agent's answer. */
interface Saying {
  /** Names on the way to it, in snake case, joined by spaces. */
  path: string;
  facts: Partial<Record<Role, string>>;
  others: string[];
  look?: string;
}

/**
 * Walks the outputs breadth first and keeps the strings that mean something to a reader. Facts of two things are never
 * mixed: the thing that the `instruction` names, else the best described one, gives subject, description and colour.
 */
export function gatherFacts(variables: unknown, instruction = ""): Facts {
  const sayings = collect(variables);
  const score = ({ path, facts }: Saying) =>
    (facts.subject ? 3 : 0) +
    (facts.description ? 2 : 0) +
    (facts.title || facts.topic || facts.metric || facts.mood ? 1 : 0) +
    (path.split(/[ _]/).some((name) => name.length > 3 && mentions(instruction, name)) ? 10 : 0);
  const [main] = [...sayings].sort((a, b) => score(b) - score(a));
  const from = (role: Role) => {
    const free = sayings.filter(
      ({ facts }) => facts.subject === undefined && facts.description === undefined,
    );
    return main?.facts[role] ?? free.find(({ facts }) => facts[role] !== undefined)?.facts[role];
  };
  return {
    subject: main?.facts.subject,
    description: main?.facts.description,
    colour: main?.facts.colour,
    title: from("title"),
    mood: from("mood"),
    setting: from("setting"),
    topic: from("topic"),
    metric: from("metric"),
    others: sayings.flatMap(({ others }) => others),
    look: sayings.find(({ look }) => look !== undefined)?.look,
  };
}

const mentions = (text: string, name: string) =>
  new RegExp(`\\b${name.replace(/\W/g, "")}s?\\b`, "i").test(text);

function collect(variables: unknown): readonly Saying[] {
  const sayings: Saying[] = [];
  const queue: { key: string; value: unknown; depth: number; path: string; owner: Saying }[] = [];
  const open = (value: object, key: string, depth: number, path: string) => {
    const owner: Saying = { path, facts: {}, others: [] };
    sayings.push(owner);
    for (const [name, child] of Object.entries(value)) {
      const own = Array.isArray(value) ? key : snake(name);
      queue.push({ key: own, value: child, depth, path: `${path} ${own}`, owner });
    }
  };
  if (typeof variables === "object" && variables !== null) open(variables, "", 1, "");
  for (let at = 0; at < queue.length && at < MOST_VALUES; at += 1) {
    const entry = queue[at];
    if (!entry) break;
    const { key, value, depth, path, owner } = entry;
    if (typeof value === "object" && value !== null) {
      if (depth < DEEPEST) open(value, key, depth + 1, path);
    } else note(owner, key, value);
  }
  return sayings;
}

function note(owner: Saying, key: string, value: unknown): void {
  if (/^(?:style|look)$/.test(key) && typeof value === "string" && tidy(value) && !MACHINE.test(tidy(value)))
    owner.look ??= tidy(value, 40);
  if (IGNORED.test(key)) return;
  const role = ROLES.find(([pattern]) => pattern.test(key))?.[1];
  const isFigure = role === "metric" && typeof value === "number";
  const text = isFigure ? `${key.replace(/_/g, " ")} ${value}` : typeof value === "string" ? tidy(value) : "";
  if (text === "" || (role !== "metric" && MACHINE.test(text))) return;
  if (role === undefined) owner.others.push(text);
  else owner.facts[role] ??= text;
}

const snake = (key: string) => key.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();

/** One line without markup or braces, cut at a sentence or a word. */
export function tidy(text: string, most = 140): string {
  const line = text
    .replace(/<[^<>]*>/g, " ")
    .replace(/[{}[\]<>*_#`|\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const sentence = /^.{24,}?(?<!\bNo)[.!?](?=\s)/.exec(line)?.[0] ?? line;
  const chosen = sentence.length <= most ? sentence : sentence.slice(0, most).replace(/(?<!\s)\s+\S*$/, "");
  return chosen.replace(/(?<![\s.,;:!?…–-])[\s.,;:!?…–-]+$/, "");
}
