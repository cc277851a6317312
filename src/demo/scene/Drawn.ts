import type { Person } from "../prompt/brief.js";

/** Place of an object: the middle of its foot, and its height. */
export interface Stand {
  x: number;
  y: number;
  size: number;
  id: string;
  /** Tells people of one picture apart. */
  turn?: number | undefined;
  /** Clothes of a person. */
  outfit?: Person["outfit"] | undefined;
}

/** A drawing and what it refers to. */
export interface Drawn {
  defs: string;
  body: string;
}
