import type { Person } from "./brief.js";
import { stem, words } from "./stem.js";
import { wordSet } from "./wordSet.js";

/** Nouns for one person, as stems. */
const PEOPLE = wordSet(`
  person man woman boy girl child kid toddler teenager businessman businesswoman ceo founder manager executive lawyer doctor nurse teacher
  engineer scientist chef artist employee lady gentleman consultant student designer developer model speaker professor barista king queen
  colleague coworker worker friend guest tourist traveller traveler hiker climber runner athlete dancer singer actor writer author journalist
  judge pilot soldier farmer gardener baker waiter waitress driver mechanic plumber electrician carpenter painter sculptor photographer
  musician bride groom grandmother grandfather mother father sister brother son daughter neighbour neighbor entrepreneur programmer
`);

/** Nouns for several people, and how many are drawn. */
const CROWDS: Readonly<Record<string, number>> = {
  team: 4,
  family: 4,
  crowd: 5,
  audience: 5,
  staff: 4,
  couple: 2,
};

const CHILDREN = /^(child|kid|boy|girl|toddler|son|daughter)$/;
const WOMEN = /^(woman|lady|businesswoman|queen|waitress|bride|grandmother|mother|sister)$/;
const MEN = /^(man|gentleman|businessman|king|groom|grandfather|father|brother)$/;

/** Whether a glyph is a person that the illustrator draws itself. */
export const isPerson = (icon: string) => /^drawn:(?:person|woman|man|child)$/.test(icon);

/** The person or people that a stem names. "A couple of cats" are two cats. */
export function personNamed(
  word: string,
  next: string | undefined,
): { icon: string; count: number | undefined } | undefined {
  const count =
    Object.hasOwn(CROWDS, word) && !(word === "couple" && next === "of") ? CROWDS[word] : undefined;
  if (count === undefined && !PEOPLE.has(word)) return undefined;
  const icon = CHILDREN.test(word)
    ? "drawn:child"
    : WOMEN.test(word)
      ? "drawn:woman"
      : MEN.test(word)
        ? "drawn:man"
        : "drawn:person";
  return { icon, count };
}

/** Reads the look of a prompt's person; undefined where it names none. */
export function readPerson(text: string): Person | undefined {
  const stems = words(text).map(stem);
  const noun = stems.find((word, index) => personNamed(word, stems[index + 1]) !== undefined);
  if (noun === undefined) return undefined;
  const has = (pattern: RegExp) => pattern.test(text);
  const look = has(
    /\b(wom[ae]n|girls?|lady|ladies|businesswom[ae]n|female|her|she|queen|bride|mother|waitress)\b/i,
  )
    ? "woman"
    : has(/\b(m[ae]n|boys?|gentlem[ae]n|businessm[ae]n|male|his|he|king|groom|father)\b/i)
      ? "man"
      : "any";
  const outfit = has(/\b(doctors?|nurses?|scientists?|lab coat)\b/i)
    ? "coat"
    : has(/\b(chef|cook|baker)\b/i)
      ? "chef"
      : has(
            /\b(business\w*|suit|attire|executives?|ceo|founder|managers?|lawyers?|consultants?|corporate|professional|formal|tie|blazer|office|meeting|colleagues?|coworkers?)\b/i,
          )
        ? "suit"
        : "casual";
  return { noun, look, outfit };
}
