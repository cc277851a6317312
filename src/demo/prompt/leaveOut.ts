import type { Brief, Subject } from "./brief.js";
import type { Lexicon } from "./lexicon.js";
import { isPerson } from "./people.js";
import { readSubjects } from "./readSubjects.js";
import { stem, words } from "./stem.js";

/** Parts of a landscape that can be left out, by the stems that name them. */
const SIGHTS: Readonly<Record<string, readonly string[]>> = {
  moon: ["moon", "moonlight"],
  sun: ["sun", "sunshine", "sunlight"],
  star: ["star"],
  cloud: ["cloud"],
  rainbow: ["rainbow"],
  tree: ["tree", "forest", "wood"],
  grass: ["grass"],
  flower: ["flower", "blossom"],
};
/** Weather by the stems that name it. */
const WEATHER: Readonly<Record<string, Brief["weather"]>> = {
  rain: "rain",
  snow: "snow",
  snowflake: "snow",
  fog: "fog",
  mist: "fog",
  haze: "fog",
  storm: "storm",
  lightning: "storm",
};
const PEOPLE = new Set(["people", "person", "human"]);

/**
 * Leaves out of a brief what a negative prompt names: things, people, parts of the landscape, weather. A thing with a colour
 * ("red apples") leaves the others of its kind.
 */
export function leaveOut(brief: Brief, negativePrompt: string, lexicon: Lexicon): Brief {
  const phrases = negativePrompt.normalize("NFKC").split(/[,;.\n]+/);
  const stems = new Set(words(negativePrompt).map(stem));
  if (stems.size === 0) return brief;
  const things = phrases.flatMap((phrase) => readSubjects(phrase, lexicon));
  const nobody = [...stems].some((each) => PEOPLE.has(each));
  const isNamed = (thing: Subject, { glyph, colour, words: own }: Subject) =>
    thing.glyph.icon === glyph.icon
      ? thing.colour === undefined || thing.colour === colour
      : nounOf(own) !== "" && stem(thing.words) === nounOf(own);
  const isUnwanted = (subject: Subject) =>
    (nobody && isPerson(subject.glyph.icon)) || things.some((thing) => isNamed(thing, subject));
  const sights = Object.keys(SIGHTS).filter((sight) => SIGHTS[sight]?.some((each) => stems.has(each)));
  const isDry = [...stems].some((each) => Object.hasOwn(WEATHER, each) && WEATHER[each] === brief.weather);
  const isFaceless =
    brief.kind === "headshot" && (nobody || things.some(({ glyph }) => isPerson(glyph.icon)));
  return {
    ...brief,
    ...(isFaceless && { kind: "scene", place: brief.place ?? "studio", person: undefined }),
    subjects: brief.subjects.filter((subject) => !isUnwanted(subject)),
    topic: brief.topic.filter((glyph) => !isUnwanted({ glyph, words: "", count: 1 })),
    weather: isDry || (sights.includes("cloud") && brief.weather === "cloudy") ? "clear" : brief.weather,
    moon: sights.includes("moon") ? undefined : brief.moon,
    rainbow: brief.rainbow && !sights.includes("rainbow"),
    without: new Set(sights),
  };
}

/** Noun of the words that named a thing: "green apples" are apples. */
function nounOf(named: string): string {
  return stem(words(named).at(-1) ?? "");
}
