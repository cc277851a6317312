import type { Random } from "../drawing/random.js";
import type { Brief } from "../prompt/brief.js";
import type { Palette } from "./palette.js";

/** Measures, colours and brief that everything in one image is drawn with. */
export interface Frame {
  width: number;
  height: number;
  /** The shorter edge: sizes are parts of it. */
  unit: number;
  /** Height at which sky and ground meet. */
  horizon: number;
  /** Height at which subjects stand. */
  floor: number;
  random: Random;
  palette: Palette;
  brief: Brief;
  style: string;
  /** Ground of the whole picture after a reference, in place of what would be drawn behind the subjects. */
  backdrop?: string | undefined;
}

/** A picture in layers, so that a style can treat near and far differently. */
export interface Layers {
  defs: string;
  /** Sky and everything far away. */
  back: string;
  /** The ground and what stands on it behind the subject. */
  middle: string;
  /** The subjects. */
  subject: string;
  /** Before the subject: grass, rain, fog. */
  front: string;
}

/** Whether charts, topics, shapes and products stand on a dark ground. */
export const isDark = ({ time, moods }: Brief): boolean =>
  time === "night" || moods.includes("noir") || moods.includes("moody");

/** A part of a landscape, or nothing where it is left out. It was drawn all the same, so that the others stay as they are. */
export const unlessLeftOut = ({ brief }: Frame, sight: string, drawn: string): string =>
  brief.without.has(sight) ? "" : drawn;
