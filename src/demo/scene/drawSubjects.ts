import type { GlyphLibrary } from "../glyphLibrary.js";
import { arrangeSubjects } from "./arrangeSubjects.js";
import { drawSpot } from "./drawSpot.js";
import type { DrawnSpot } from "./drawSpot.js";
import type { Frame } from "./frame.js";

/** Draws the subjects in their places, back to front. */
export function drawSubjects(frame: Frame, library: GlyphLibrary): DrawnSpot {
  const spots = arrangeSubjects(frame);
  let defs = "";
  let shadow = "";
  let body = "";
  spots.forEach((spot, index) => {
    const turn = (frame.brief.seed % 60) + (spot.turn ?? index);
    const drawn = drawSpot({ ...spot, turn, outfit: frame.brief.person?.outfit }, `s${index}`, library);
    defs += drawn.defs;
    shadow += drawn.shadow;
    body += drawn.body;
  });
  return { defs, shadow, body };
}
