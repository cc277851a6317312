import { seedOf } from "../drawing/random.js";
import type { Brief, Person, Place, Subject } from "./brief.js";
import { readMetric } from "./readMetric.js";
import type { Glyph, Lexicon } from "./lexicon.js";
import { isPerson, readPerson } from "./people.js";
import { readSubjects } from "./readSubjects.js";
import { readPlace, readSky } from "./surroundings.js";
import { spellEmoji } from "./spellEmoji.js";
import { words } from "./stem.js";
import { TOPICS } from "./topics.js";
import { COLOURS, LITTLE_WORDS, MATERIALS } from "./vocabulary.js";

const CHARTS =
  /\b(infographics?|charts?|graphs?|dashboards?|kpis?|statistics|diagram|analytics report|metrics?)\b/i;
const PRODUCTS =
  /\b(products?|packshot|e-?commerce|plinth|pedestal|studio shot|catalog(?:ue)? (?:photo|image)|no\.? ?\d+)\b/i;
const HEADSHOTS =
  /\b(headshot|head shot|profile (?:photo|picture)|passport photo|business portrait|business attire)\b/i;
const TOPIC_WORDS =
  /\b(blog|article|featured image|newsletter|post about|topic|essay|concept of|editorial)\b/i;
const INDOORS: ReadonlySet<Place> = new Set(["room", "table", "studio"]);
const BOATS = /^(sailboat|passenger-ship|ship|speedboat|motor-boat|canoe|ferry)$/;
const SEA_LIFE =
  /^(tropical-fish|fish|shark|octopus|dolphin|whale|jellyfish|squid|turtle|blowfish|seal|orca|coral)$/;

/** Reads a prompt: what to draw, how often, in which colour, where, when and in what mood. Never fails. */
export function readPrompt(prompt: string, lexicon: Lexicon): Brief {
  const text = spellEmoji(prompt.normalize("NFKC"), lexicon);
  const found = readSubjects(text, lexicon);
  const person = readPerson(text);
  const named = readPlace(text);
  const afloat = found.some((subject) => BOATS.test(subject.glyph.icon));
  const place = afloat && (named === "mountain" || named === "forest") ? "sea" : named;
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
    without: new Set<string>(),
  };
  if (CHARTS.test(text)) return { ...base, kind: "infographic", subjects: found, place };
  const things = found.filter((subject) => !isPerson(subject.glyph.icon));
  const isGroup = found.reduce((sum, subject) => sum + subject.count, 0) > 1;
  const topic = TOPIC_WORDS.test(text) || found.length === 0 ? readTopic(text, lexicon) : [];
  if (HEADSHOTS.test(text) || (person && things.length === 0 && !isGroup && topic.length === 0)) {
    return {
      ...base,
      kind: "headshot",
      subjects: [],
      place,
      person: person ?? readPerson("person in business attire"),
    };
  }
  const bare = place === undefined && !surroundings.mentionsSky;
  const [sign] = topic;
  if (TOPIC_WORDS.test(text) && sign && things.length === 0 && place && !INDOORS.has(place)) {
    const subject = { glyph: sign, words: "", count: 1 };
    return { ...base, kind: "scene", subjects: [...found, subject], place };
  }
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
  if (found.length > 0)
    return {
      ...base,
      kind: "scene",
      subjects: found,
      // People do not stand on a table.
      place: place === "table" && person ? "room" : (place ?? placeFor(found, person)),
    };
  if (!bare) return { ...base, kind: "scene", subjects: [], place: place ?? "meadow" };
  if (topic.length > 0) return { ...base, kind: "topic", subjects: [], place, topic };
  return { ...base, kind: "abstract", subjects: [], place };
}

function readTopic(text: string, lexicon: Lexicon): readonly Glyph[] {
  const lower = text.toLowerCase();
  const icons = TOPICS.find(([pattern]) => pattern.test(lower))?.[1] ?? [];
  return icons.flatMap((icon) => lexicon.named(icon) ?? []);
}

function placeFor(subjects: readonly Subject[], person: Person | undefined): Place {
  const [first] = subjects;
  if (!first) return "meadow";
  const { icon, category } = first.glyph;
  if (SEA_LIFE.test(icon)) return "underwater";
  if (BOATS.test(icon) || /^(spouting-whale|anchor|lighthouse)$/.test(icon)) return "sea";
  if (/^(rocket|ringed-planet|flying-saucer|satellite|astronaut|alien|comet|globe-)/.test(icon))
    return "space";
  if (/(palm-tree|desert-island|beach)/.test(icon)) return "beach";
  if (/(cactus|camel)/.test(icon)) return "desert";
  if (/(penguin|polar-bear|snowman)/.test(icon)) return "snow";
  if (/(automobile|bus|taxi|truck|bicycle|motorcycle|scooter|police|office-building|tram)/.test(icon))
    return "city";
  if (category === "Animals & Nature" || category === "Travel & Places") return "meadow";
  if (isPerson(icon) && person?.outfit !== "casual") return "room";
  if (isPerson(icon) || icon === "drawn:balloon" || /kite|balloon|tent|fire/.test(icon)) return "meadow";
  return category === "Food & Drink" || category === "Objects" || category === "Drawn" ? "table" : "meadow";
}

function captionOf(text: string): string {
  const kept = words(text).filter(
    (word) =>
      word.length > 2 &&
      !LITTLE_WORDS.has(word) &&
      !/^(the|and|for|with|about|from|that|this|image|illustration|picture|photo|featured|blog|post|article|abstract|style)$/.test(
        word,
      ),
  );
  return kept.slice(0, 2).join(" ").toUpperCase().slice(0, 24).trim();
}
