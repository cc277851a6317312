import type { Subject } from "./brief.js";
import type { Glyph, Lexicon } from "./lexicon.js";
import { isPerson, personNamed } from "./people.js";
import { stem, words } from "./stem.js";
import {
  COLOURS,
  CONTENT_FIRST,
  MATERIALS,
  NUMBERS,
  PAIRS,
  RELATIONS,
  UNDRAWN,
  VESSELS,
} from "./vocabulary.js";
import type { Relation } from "./vocabulary.js";
import { wordSet } from "./wordSet.js";

const MOST_SUBJECTS = 5;
const SKY = wordSet(`
  moon sun star sky cloud rainbow sunshine sunlight moonlight milky galaxy constellation raindrop snowflake lightning horizon ground grass
`);
const PLACES = wordSet(`
  beach forest wood woodland jungle desert dune city street skyline town downtown sea ocean lake river harbor harbour coast shore island
  mountain hill valley meadow field park kitchen room office studio space cosmos underwater reef table desk countertop window cafe wave water
  village alley road highway countryside landscape plinth pedestal laboratory lab classroom
`);
/** Punctuation between one thing and the next. */
const BREAKS = /[.,;:!?()"\n&+|/–—]+| - /;

interface Hit {
  glyph: Glyph;
  length: number;
  count?: number | undefined;
}

/** The things of a prompt in their order: what, how many, in which colour, how one stands to the next. */
export function readSubjects(text: string, lexicon: Lexicon): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const phrase of text.split(BREAKS)) readPhrase(words(phrase), lexicon, subjects);
  return subjects.slice(0, MOST_SUBJECTS);
}

function readPhrase(tokens: readonly string[], lexicon: Lexicon, subjects: Subject[]): void {
  const stems = tokens.map(stem);
  let colour: string | undefined;
  let count = 1;
  let relation: Relation | undefined;
  for (let index = 0; index < tokens.length;) {
    const thing = readThing(tokens, stems, index, lexicon);
    const token = tokens[index] ?? "";
    if (thing) {
      const { glyph, length, plural } = thing;
      const many = thing.count ?? (plural ? numberOf(plural, subjects.length === 0) : 1);
      const named = tokens.slice(index, index + length).join(" ");
      add(subjects, { glyph, words: named, count: count > 1 ? count : many, colour, relation });
      colour = undefined;
      count = 1;
      relation = undefined;
    } else {
      const shade = lookUp(COLOURS, token);
      if (shade !== undefined && (colour === undefined || !MATERIALS.test(token))) colour = shade;
      count = lookUp(NUMBERS, token) ?? count;
      const stands = lookUp(RELATIONS, token);
      if (stands) {
        relation = stands;
        colour = undefined;
      }
      // "In a field of flowers" says where one is, not that one is in the flowers.
      if (PLACES.has(stems[index] ?? "")) relation = undefined;
    }
    index += thing?.length ?? 1;
  }
}

/** One thing of one or more nouns, from `start`; `plural` is its last noun where that is one. */
function readThing(
  tokens: readonly string[],
  stems: readonly string[],
  start: number,
  lexicon: Lexicon,
): (Hit & { plural: string | undefined }) | undefined {
  let thing = longestMatch(tokens, stems, start, lexicon);
  if (!thing) return undefined;
  const pluralAt = (end: number) => (stems[end - 1] === tokens[end - 1] ? undefined : stems[end - 1]);
  let end = start + thing.length;
  let plural = pluralAt(end);
  // Two nouns side by side are one thing, and the second says which: "apple tree"; but a "robot barista" is a robot.
  for (let next; !plural && (next = longestMatch(tokens, stems, end, lexicon));) {
    if (isPerson(thing.glyph.icon) && !isPerson(next.glyph.icon)) break;
    const isHead = !isPerson(next.glyph.icon) && !VESSELS.test(stems[end] ?? "");
    end += next.length;
    plural = pluralAt(end);
    thing = { ...(isHead ? next : thing), length: end - start };
  }
  const inside = tokens[end] === "of" ? longestMatch(tokens, stems, end + 1, lexicon) : undefined;
  if (!inside) return { ...thing, plural };
  // "A bouquet of roses" is one thing, drawn once; of a bowl of soup the soup is what one sees.
  const seen = CONTENT_FIRST.test(stems[end - 1] ?? "");
  const whole = end + 1 + inside.length;
  return {
    ...(seen ? inside : thing),
    length: whole - start,
    plural: plural ?? (seen ? pluralAt(whole) : undefined),
  };
}

const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Number that is drawn of a plural without a number: scissors are one thing, shoes come in pairs. */
const numberOf = (word: string, isFirst: boolean) => lookUp(PAIRS, word) ?? (isFirst ? 3 : 2);

function longestMatch(
  tokens: readonly string[],
  stems: readonly string[],
  start: number,
  lexicon: Lexicon,
): Hit | undefined {
  for (let length = Math.min(3, stems.length - start); length >= 1; length -= 1) {
    const part = stems.slice(start, start + length);
    const [only = ""] = part;
    const person = length === 1 ? personNamed(only, stems[start + 1]) : undefined;
    if (person) return { glyph: { icon: person.icon, category: "Drawn" }, length, count: person.count };
    if (length === 1 && isFruit(tokens, start)) return { glyph: ORANGE, length };
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

const ORANGE: Glyph = { icon: "tangerine", category: "Food & Drink" };

/** "Oranges" are fruit, and so is "an orange" that no noun follows; "an orange cat" is a cat. */
function isFruit(tokens: readonly string[], at: number): boolean {
  if (tokens[at] === "oranges") return true;
  const next = tokens[at + 1];
  return (
    tokens[at] === "orange" &&
    (tokens[at - 1] === "an" || tokens[at - 1] === "one") &&
    (next === undefined || Object.hasOwn(RELATIONS, next))
  );
}

function add(subjects: Subject[], next: Subject): void {
  const same = subjects.find((subject) => subject.glyph.icon === next.glyph.icon);
  if (same) {
    if (same.colour === undefined) same.colour = next.colour;
    const isAnother = isPerson(next.glyph.icon) && next.relation === "beside" && same.words !== next.words;
    same.count = isAnother ? same.count + next.count : Math.max(same.count, next.count);
  } else subjects.push(next);
}
