import type { Outputs } from "../engine/types.js";

/** Name of the demo model. */
export const DEMO_AGENT = "Demo agent (rules, not AI)";

/** One field of an agent's structured output. */
export interface AgentField {
  name: string;
  description: string;
}

interface Task {
  instructions: string;
  fields: readonly AgentField[];
  outputs: Outputs;
}

type Facts = ReadonlyMap<string, string | number>;

/** Fills in the fields by rule: the same input always gives the same words. */
export function writeStructured({ instructions, fields, outputs }: Task): Record<string, unknown> {
  const facts = gatherFacts(outputs);
  return Object.fromEntries(fields.map((field) => [field.name, writeField(field, facts, instructions)]));
}

function writeField({ name, description }: AgentField, facts: Facts, instructions: string): unknown {
  const wanted = `${name} ${description}`.toLowerCase();
  if (/metric|figure|number/.test(wanted)) return findMetric(facts);
  if (/themes|tags|keywords/.test(wanted)) return findThemes(longestText(facts) || instructions);
  if (/image_prompt/.test(wanted)) return findThemes(longestText(facts) || instructions).join(" and ");
  if (/visual|picture|image/.test(wanted))
    return describeProduct(facts, "on a plain studio background, soft light");
  if (/summary/.test(wanted)) return summarise(facts);
  if (/description/.test(wanted))
    return `Meet ${describeProduct(facts, "made to last").replace(/^A /, "the ")}.`;
  return firstWords(instructions);
}

/** Collects every text and number of the outputs, by its last name; nearer nodes win. */
function gatherFacts(outputs: Outputs): Facts {
  const facts = new Map<string, string | number>();
  const visit = (value: unknown, name: string) => {
    if (typeof value === "string" || typeof value === "number") facts.set(name, value);
    else if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, key);
    }
  };
  for (const { output } of Object.values(outputs)) visit(output, "output");
  return facts;
}

function describeProduct(facts: Facts, ending: string): string {
  const words = ["color", "colour", "material"].flatMap((key) => facts.get(key) ?? []);
  const name = facts.get("name") ?? facts.get("title") ?? facts.get("product") ?? "product";
  return `A ${[...words, name].join(" ")}, ${ending}`;
}

/** Finds the figure that moved most since the week before. */
function findMetric(facts: Facts): string {
  const changes = [...facts].flatMap(([name, value]) => {
    const before = facts.get(`${name}LastWeek`);
    if (typeof value !== "number" || typeof before !== "number" || before === 0) return [];
    return [{ name, change: Math.round((value / before - 1) * 100) }];
  });
  const [top] = changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  if (!top) return "no change";
  return `${top.change < 0 ? "−" : "+"}${Math.abs(top.change)} % ${top.name} over the last week`;
}

function summarise(facts: Facts): string {
  const figures = [...facts].filter(
    ([name, value]) => typeof value === "number" && !name.endsWith("LastWeek"),
  );
  const told = figures.map(([name, value]) => `${name} ${value.toLocaleString("en")}`).join(", ");
  return `${findMetric(facts)}. This week: ${told || "no figures"}.`;
}

const DULL = new Set(
  (
    "about after again also always because been before being both come could does down each even every first from have here " +
    "into just like long made make many more most much need never only other over same should some such take than that their " +
    "them then there these they thing this those through time under until very want well were what when where which while will with would your"
  ).split(" "),
);

/** Finds the words that a text says most often, without the dull ones. */
function findThemes(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    if (!DULL.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([word]) => word);
}

function longestText(facts: Facts): string {
  const texts = [...facts.values()].filter((value) => typeof value === "string");
  return texts.sort((a, b) => b.length - a.length)[0] ?? "";
}

function firstWords(text: string): string {
  return text.split(/\s+/).slice(0, 12).join(" ");
}
