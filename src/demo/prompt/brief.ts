import type { Glyph } from "./lexicon.js";
import type { Metric } from "./readMetric.js";
import type { Relation } from "./vocabulary.js";

/** One thing of the picture. */
export interface Subject {
  glyph: Glyph;
  /** The words of the prompt that named it. */
  words: string;
  count: number;
  /** "#rrggbb" to tint it with. */
  colour?: string | undefined;
  /** Relation of the subject before to this one. */
  relation?: Relation | undefined;
}

/** Look of the person that the prompt names. */
export interface Person {
  noun: string;
  look: "woman" | "man" | "any";
  outfit: "suit" | "casual" | "coat" | "chef";
}

export type Place =
  | "meadow"
  | "forest"
  | "beach"
  | "sea"
  | "underwater"
  | "city"
  | "desert"
  | "mountain"
  | "snow"
  | "room"
  | "table"
  | "space"
  | "studio";
export type Time = "day" | "sunset" | "dawn" | "night";
export type Weather = "clear" | "cloudy" | "rain" | "snow" | "fog" | "storm";
export type Season = "spring" | "summer" | "autumn" | "winter";
export type Mood = "noir" | "moody" | "calm" | "warm" | "cold" | "dramatic" | "cheerful" | "vintage";

/** Time, sky and mood. */
export interface Surroundings {
  time: Time;
  weather: Weather;
  season: Season;
  moods: readonly Mood[];
  moon: "full" | "crescent" | undefined;
  sun: boolean;
  rainbow: boolean;
  /** Whether the prompt itself speaks of time, weather or sky. */
  mentionsSky: boolean;
}

/** Content of a prompt, as it is drawn. */
export interface Brief extends Surroundings {
  kind: "headshot" | "product" | "infographic" | "topic" | "scene" | "abstract";
  text: string;
  seed: number;
  subjects: readonly Subject[];
  place: Place | undefined;
  person: Person | undefined;
  metric: Metric;
  /** Glyphs that stand for a topic, best first. */
  topic: readonly Glyph[];
  /** A word or two in upper-case Latin letters; empty when there are none. */
  caption: string;
  /** Parts of a landscape that are left out, such as "cloud" and "tree". */
  without: ReadonlySet<string>;
  /** The first colour that the prompt names, "#rrggbb". */
  colour: string | undefined;
}
