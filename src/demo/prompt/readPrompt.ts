import { seedOf } from "../drawing/random.js";
import type { Brief, Person, Place, Subject } from "./brief.js";
import { readMetric } from "./metric.js";
import type { Glyph, Lexicon } from "./lexicon.js";
import { readPlace, readSky } from "./readSurroundings.js";
import { stem, words } from "./stem.js";
import { TOPICS } from "./names.js";
import { COLOURS, NUMBERS, RELATIONS, UNDRAWN } from "./vocabulary.js";
import type { Relation } from "./vocabulary.js";

const MOST_SUBJECTS = 5;
const PEOPLE = new Set(
  (
    "person man woman boy girl child businessman businesswoman ceo founder manager executive lawyer doctor nurse teacher engineer " +
    "scientist chef artist employee lady gentleman consultant student designer developer model speaker professor barista king queen"
  ).split(" "),
);
const SKY = new Set(
  "moon sun star sky cloud rainbow sunshine sunlight moonlight milky galaxy constellation raindrop snowflake lightning horizon ground grass".split(
    " ",
  ),
);
const PLACES = new Set(
  (
    "beach forest wood woodland jungle desert dune city street skyline town downtown sea ocean lake river harbor harbour coast shore island " +
    "mountain hill valley meadow field park kitchen room office studio space cosmos underwater reef table desk countertop window cafe wave water " +
    "village alley road highway countryside landscape plinth pedestal"
  ).split(" "),
);
const CHARTS =
  /\b(infographics?|charts?|graphs?|dashboards?|kpis?|statistics|diagram|analytics report|metrics?)\b/i;
const PRODUCTS =
  /\b(products?|packshot|e-?commerce|plinth|pedestal|studio shot|catalog(?:ue)? (?:photo|image)|no\.? ?\d+)\b/i;
const MATERIALS =
  /\b(brass|copper|bronze|leather|walnut|oak|ceramic|porcelain|marble|steel|linen|matte|handmade|stainless|wooden)\b/i;
const HEADSHOTS =
  /\b(headshot|head shot|profile (?:photo|picture)|passport photo|business portrait|business attire)\b/i;
const TOPIC_WORDS =
  /\b(blog|article|featured image|newsletter|post about|topic|essay|concept of|editorial)\b/i;
const SEA_LIFE =
  /^(tropical-fish|fish|shark|octopus|dolphin|whale|jellyfish|squid|turtle|blowfish|seal|orca|coral)$/;

/** Reads a prompt: what to draw, how often, in which colour, where, when and in what mood. Never fails. */
export function readPrompt(prompt: string, lexicon: Lexicon): Brief {
  const text = prompt.normalize("NFKC");
  const found = readSubjects(text, lexicon);
  const person = readPerson(text);
  const place = readPlace(text);
  const surroundings = readSky(text);
  const colour = Object.entries(COLOURS).find(([name]) => new RegExp(`\\b${name}\\b`, "i").test(text))?.[1];
  const base = {
    text,
    seed: seedOf(text),
    metric: readMetric(text),
    caption: captionOf(text),
    person,
    colour,
    ...surroundings,
    topic: [] as readonly Glyph[],
  };
  if (CHARTS.test(text)) return { ...base, kind: "infographic", subjects: found, place };
  const things = found.filter((subject) => subject.glyph.icon !== "drawn:person");
  if (HEADSHOTS.test(text) || (person && things.length === 0)) {
    return {
      ...base,
      kind: "headshot",
      subjects: [],
      place,
      person: person ?? readPerson("person in business attire"),
    };
  }
  const topic = TOPIC_WORDS.test(text) || found.length === 0 ? readTopic(text, lexicon) : [];
  const bare = place === undefined && !surroundings.mentionsSky;
  if (TOPIC_WORDS.test(text) && topic.length > 0 && (bare || found.length === 0))
    return { ...base, kind: "topic", subjects: found, place, topic };
  const [first] = things;
  if (
    first &&
    (PRODUCTS.test(text) || (bare && MATERIALS.test(text))) &&
    first.glyph.category !== "Animals & Nature"
  ) {
    return { ...base, kind: "product", subjects: things.slice(0, 2), place };
  }
  if (TOPIC_WORDS.test(text) && bare && things.length > 0) {
    return { ...base, kind: "topic", subjects: found, place, topic: things.map((subject) => subject.glyph) };
  }
  if (found.length > 0) return { ...base, kind: "scene", subjects: found, place: place ?? placeFor(found) };
  if (!bare) return { ...base, kind: "scene", subjects: [], place: place ?? "meadow" };
  if (topic.length > 0) return { ...base, kind: "topic", subjects: [], place, topic };
  return { ...base, kind: "abstract", subjects: [], place };
}

function readSubjects(text: string, lexicon: Lexicon): readonly Subject[] {
  const subjects: Subject[] = [];
  let colour: string | undefined;
  let count = 1;
  let relation: Relation | undefined;
  for (const phrase of text.split(/[.,;:!?()"\n]+/)) {
    const tokens = words(phrase);
    const stems = tokens.map(stem);
    colour = undefined;
    count = 1;
    let after = -1;
    for (let index = 0; index < tokens.length;) {
      const hit = longestMatch(stems, index, lexicon);
      const token = tokens[index] ?? "";
      if (hit && tokens[index - 1] === "of" && index - 1 === after) {
        relation = undefined;
      } else if (hit) {
        const plural = stems[index + hit.length - 1] !== tokens[index + hit.length - 1];
        add(subjects, {
          glyph: hit.glyph,
          words: tokens.slice(index, index + hit.length).join(" "),
          count: count > 1 ? count : plural ? (subjects.length === 0 ? 3 : 2) : 1,
          colour,
          relation,
        });
        colour = undefined;
        count = 1;
        relation = undefined;
      } else {
        const shade = COLOURS[token];
        if (shade !== undefined && (colour === undefined || !MATERIALS.test(token))) colour = shade;
        count = NUMBERS[token] ?? count;
        const named = RELATIONS[token];
        if (named) {
          relation = named;
          colour = undefined;
        }
      }
      index += hit?.length ?? 1;
      // "a bouquet of roses" is one thing, drawn once.
      if (hit) after = index;
    }
  }
  return subjects.slice(0, MOST_SUBJECTS);
}

function longestMatch(
  stems: readonly string[],
  start: number,
  lexicon: Lexicon,
): { glyph: Glyph; length: number } | undefined {
  for (let length = Math.min(3, stems.length - start); length >= 1; length -= 1) {
    const part = stems.slice(start, start + length);
    const [only = ""] = part;
    if (length === 1 && PEOPLE.has(only))
      return { glyph: { icon: "drawn:person", category: "Drawn" }, length };
    if (length === 1 && (UNDRAWN.has(only) || SKY.has(only) || PLACES.has(only) || only.length < 3)) continue;
    if (
      length > 1 &&
      part.some((word) => SKY.has(word) || PLACES.has(word)) &&
      !part.includes("desk") &&
      !part.includes("table")
    )
      continue;
    const glyph = lexicon.find(part);
    if (glyph) return { glyph, length };
  }
  return undefined;
}

function add(subjects: Subject[], next: Subject): void {
  const same = subjects.find((subject) => subject.glyph.icon === next.glyph.icon);
  if (same) {
    if (same.colour === undefined) same.colour = next.colour;
    same.count = Math.max(same.count, next.count);
  } else subjects.push(next);
}

function readPerson(text: string): Person | undefined {
  const tokens = words(text);
  const noun = tokens.map(stem).find((word) => PEOPLE.has(word));
  if (noun === undefined) return undefined;
  const has = (pattern: RegExp) => pattern.test(text);
  const look = has(/\b(woman|women|girl|lady|businesswoman|female|her|she|queen)\b/i)
    ? "woman"
    : has(/\b(man|men|boy|gentleman|businessman|male|his|he|king)\b/i)
      ? "man"
      : "any";
  const outfit = has(/\b(doctor|nurse|scientist|lab coat)\b/i)
    ? "coat"
    : has(/\bchef|cook\b/i)
      ? "chef"
      : has(
            /\b(business\w*|suit|attire|executive|ceo|founder|manager|lawyer|consultant|corporate|professional|formal|tie|blazer)\b/i,
          )
        ? "suit"
        : "casual";
  return { noun, look, outfit };
}

function readTopic(text: string, lexicon: Lexicon): readonly Glyph[] {
  const lower = text.toLowerCase();
  const icons = TOPICS.find(([pattern]) => pattern.test(lower))?.[1] ?? [];
  return icons.flatMap((icon) => lexicon.named(icon) ?? []);
}

function placeFor(subjects: readonly Subject[]): Place {
  const [first] = subjects;
  if (!first) return "meadow";
  const { icon, category } = first.glyph;
  if (SEA_LIFE.test(icon)) return "underwater";
  if (
    /^(sailboat|passenger-ship|ship|speedboat|motor-boat|canoe|ferry|spouting-whale|anchor|lighthouse)$/.test(
      icon,
    )
  )
    return "sea";
  if (/^(rocket|ringed-planet|flying-saucer|satellite|astronaut|alien|comet|globe-)/.test(icon))
    return "space";
  if (/(palm-tree|desert-island|beach)/.test(icon)) return "beach";
  if (/(cactus|camel)/.test(icon)) return "desert";
  if (/(penguin|polar-bear|snowman)/.test(icon)) return "snow";
  if (/(automobile|bus|taxi|truck|bicycle|motorcycle|scooter|police|office-building|tram)/.test(icon))
    return "city";
  if (category === "Animals & Nature" || category === "Travel & Places") return "meadow";
  if (icon === "drawn:person" || icon === "drawn:balloon" || /kite|balloon|tent|fire/.test(icon))
    return "meadow";
  return category === "Food & Drink" || category === "Objects" || category === "Drawn" ? "table" : "meadow";
}

function captionOf(text: string): string {
  const kept = words(text).filter(
    (word) =>
      word.length > 2 &&
      !/^(the|and|for|with|about|from|that|this|image|illustration|picture|photo|featured|blog|post|article|abstract|style)$/.test(
        word,
      ),
  );
  return kept.slice(0, 2).join(" ").toUpperCase().slice(0, 24).trim();
}
