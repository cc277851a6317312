import type { GlyphLibrary } from "../glyphLibrary.js";
import { desert, forest, meadow, mountains, snowfield } from "./land.js";
import { room, studio, table } from "./interiors.js";
import { city, sea, space, underwater } from "./places.js";
import type { Frame, Layers } from "./frame.js";
import { drawSky } from "./drawSky.js";
import { drawSubjects } from "./drawSubjects.js";
import { drawWeather } from "./drawWeather.js";

/** Subjects in their place, under their sky. */
export function composeScene(frame: Frame, library: GlyphLibrary): Layers {
  const { backdrop } = frame;
  const place =
    backdrop === undefined ? placeLayers(frame) : { defs: "", back: backdrop, middle: "", front: "" };
  const indoors = ["room", "table", "underwater", "space", "studio"].includes(frame.brief.place ?? "");
  const sky = indoors || backdrop !== undefined ? { defs: "", body: "" } : drawSky(frame);
  const subjects = drawSubjects(frame, library);
  const weather = drawWeather(frame);
  return {
    defs: sky.defs + place.defs + subjects.defs + weather.defs,
    back: sky.body + place.back,
    middle: place.middle + subjects.shadow,
    subject: subjects.body,
    front: place.front + weather.body,
  };
}

function placeLayers(frame: Frame): Layers {
  switch (frame.brief.place) {
    case "forest":
      return forest(frame);
    case "beach":
      return sea(frame, true);
    case "sea":
      return sea(frame, false);
    case "underwater":
      return underwater(frame);
    case "city":
      return city(frame);
    case "desert":
      return desert(frame);
    case "mountain":
      return mountains(frame);
    case "snow":
      return snowfield(frame);
    case "room":
      return room(frame);
    case "table":
      return table(frame);
    case "space":
      return space(frame);
    case "studio":
      return studio(frame, frame.brief.colour ?? "#b9bdc4");
    default:
      return meadow(frame);
  }
}
