import type { WritePromptRequest } from "../../server/index.js";
import { gatherFacts, tidy } from "./gatherFacts.js";
import type { Facts } from "./gatherFacts.js";

const LONGEST = 300;
const ORDERS =
  /^(please\s+)?(can you\s+|could you\s+)?(describe|write|create|make|generate|draw|show|illustrate|depict|paint|design|compose|give|produce|imagine|render|picture|visuali[sz]e)(\s+me)?\b\s*/i;
const FORM =
  /^(?:an?|the)?\s*(?:(?:short|vivid|good|detailed|image|visual|text)\s+)*(?:prompt|description|sentence)\s+(?:for|of|about)\s+/i;
const MANNER =
  /\b(in|with|using)\s+(one|a|two|a single|three|\d+)\s+(short\s+|vivid\s+|long\s+|rich\s+|detailed\s+|clear\s+|simple\s+|concise\s+)*(sentences?|words?|lines?|paragraphs?|prompt)\b/gi;
const ASIDES =
  /^(please|do not|don't|avoid|never|mention|include|keep|use|make sure|be sure|add|without|no )\b/i;
const VAGUE =
  /^(the|this|that|a|an|our|its|their|my)?\s*(product|item|subject|topic|article|post|blog post|image|picture|photo|scene|thing|it|input|data|output|content|result|theme|metric|above|following|prompt|image prompt|story)( (above|below|visually|well))?$/i;
const STYLE_WORDS =
  /(?:,|(?<![\s,]))\s*\b(?:in (?:the |an? )?)?(photo-?realistic|digital art|oil painting|watercolou?r|pencil sketch|sketch|anime|manga|3d render(?:ing)?|minimalist|cinematic)\b(?: style)?/gi;

/** Writes a prompt by rule: Auto from the earlier nodes, Prompt AI along the instruction. Empty where there are no facts. */
export function writePrompt({
  mode,
  instructions,
  variables,
}: Pick<WritePromptRequest, "mode" | "instructions" | "variables">): string {
  const facts = gatherFacts(variables, mode === "auto" ? "" : instructions);
  return mode === "auto" ? fromFacts(facts) : fromInstructions(instructions, facts);
}

function fromFacts(facts: Facts): string {
  const { subject, description, title, topic, metric, others } = facts;
  if (metric !== undefined && subject === undefined)
    return sentence([`A business infographic showing ${lower(metric)}`]);
  if (subject === undefined && title !== undefined)
    return sentence([
      `A featured image for an article on ${lower(topic ?? title)}`,
      ...(topic === undefined ? [] : [lower(title)]),
      ...trimmings({ ...facts, topic: undefined }, title),
    ]);
  const lead = subject ?? description ?? topic ?? others[0];
  if (lead === undefined) {
    if (metric !== undefined) return sentence([`A business infographic showing ${metric}`]);
    return facts.look === undefined ? "" : sentence([withArticle(`${lower(facts.look)} scene`)]);
  }
  return sentence([withArticle(lead), ...trimmings(facts, lead)]);
}

function fromInstructions(instructions: string, facts: Facts): string {
  const parts = instructions
    .replace(MANNER, " ")
    .split(
      /(?<!\bNo|[.;!?])[.;!?]+(?=\s|$)|\n+|,\s+(?=(?:mention|include|avoid|keep|use|do not|don't|add|make sure)\b)/i,
    )
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wishes = parts
    .filter((part) => !ASIDES.test(part))
    .map((part) => tidy(part.replace(ORDERS, "").replace(FORM, ""), 160));
  const named = wishes.find((wish) => wish !== "" && !VAGUE.test(wish));
  const wantsColour = /\bcolou?r/i.test(instructions);
  const lead = named ?? facts.subject ?? facts.description ?? facts.title ?? facts.topic ?? facts.others[0];
  if (lead === undefined) return "";
  const extra = trimmings(facts, lead);
  const colour =
    wantsColour &&
    facts.colour !== undefined &&
    !contains(lead, facts.colour) &&
    !extra.some((part) => contains(part, facts.colour ?? ""))
      ? [`in ${lower(facts.colour)}`]
      : [];
  const subject =
    named !== undefined &&
    facts.subject !== undefined &&
    /\b(product|item|subject|it)\b/i.test(named) &&
    !contains(named, facts.subject)
      ? [lower(facts.subject, true)]
      : [];
  return sentence([withArticle(lead), ...subject, ...colour, ...extra]);
}

function trimmings(facts: Facts, lead: string): string[] {
  const { subject, description, mood, colour, setting, topic } = facts;
  const parts: string[] = [];
  if (colour !== undefined && !contains(`${lead} ${description ?? ""}`, colour))
    parts.push(`in ${lower(colour)}`);
  if (subject !== undefined && subject !== lead && !contains(lead, subject)) parts.push(lower(subject, true));
  if (description !== undefined && description !== lead && !contains(lead, description))
    parts.push(lower(description));
  if (setting !== undefined && !contains(lead, setting)) parts.push(`set in ${lower(setting, true)}`);
  if (mood !== undefined && !contains(lead, mood))
    parts.push(
      `with ${lower(mood)} ${/\b(light|lighting|mood|atmosphere)\b/i.test(mood) ? "" : "lighting"}`.trim(),
    );
  if (topic !== undefined && topic !== lead && !contains(lead, topic))
    parts.push(`on the topic of ${lower(topic, true)}`);
  return parts;
}

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** Lower-cases the first letter unless the word is a name or an abbreviation. */
function lower(text: string, keepNames = false): string {
  const [first = ""] = text.split(" ");
  const isName =
    /^[A-Z]{2}/.test(first) ||
    /\bNo\b|\d/.test(text) ||
    (keepNames && /^[A-Z]/.test(text.split(" ")[1] ?? ""));
  return isName || first === "I" ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function withArticle(text: string): string {
  const plain = text.replace(STYLE_WORDS, "").trim() || text;
  if (
    /^(an?|the|one|two|three|four|five|some|several|many|its?|our|my|this|these|\d)\b/i.test(plain) ||
    /^[A-Z]\w* [A-Z0-9]/.test(plain) ||
    /^\w+ing\b/.test(plain)
  )
    return plain;
  const [first = ""] = plain.split(" ");
  if (/[^s]s$/i.test(first) && !plain.includes(" ")) return plain;
  return `${/^[aeiou]/i.test(plain) ? "An" : "A"} ${lower(plain)}`;
}

function sentence(parts: readonly string[]): string {
  const text = parts
    .filter((part) => part !== "")
    .join(", ")
    .replace(STYLE_WORDS, "")
    .replace(/\s+/g, " ")
    .replaceAll(" ,", ",")
    .trim();
  const cut =
    text.length < LONGEST ? text : text.slice(0, LONGEST - 1).replace(/(?<![\s,])[\s,]+[^\s,]*$/, "");
  return cut === ""
    ? ""
    : `${cut.charAt(0).toUpperCase()}${cut.slice(1).replace(/(?<![.,;:])[.,;:]+$/, "")}.`;
}
