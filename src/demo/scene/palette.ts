import { fromHsl, mix, toHsl } from "../drawing/colour.js";
import type { Brief, Time } from "../prompt/brief.js";

/** The colours of a scene, from the sky down to the nearest ground. */
export interface Palette {
  sky: readonly [top: string, middle: string, low: string];
  far: string;
  mid: string;
  near: string;
  /** Trees and grass against the ground. */
  leaf: string;
  light: string;
  cloud: string;
  night: boolean;
}

const BY_TIME: Readonly<Record<Time, Palette>> = {
  day: {
    sky: ["#5aa9e6", "#a5d5f2", "#e8f4ee"],
    far: "#9dc3cf",
    mid: "#8cc084",
    near: "#5f9f5a",
    leaf: "#3c7d49",
    light: "#fff4d2",
    cloud: "#ffffff",
    night: false,
  },
  sunset: {
    sky: ["#473b78", "#e0708a", "#ffc98a"],
    far: "#94618c",
    mid: "#6f4a74",
    near: "#4d3659",
    leaf: "#33264a",
    light: "#ffd9a0",
    cloud: "#f7a58f",
    night: false,
  },
  dawn: {
    sky: ["#86abd9", "#f3c7cf", "#ffe9c9"],
    far: "#b3b2cf",
    mid: "#93b19d",
    near: "#6e987e",
    leaf: "#4b7563",
    light: "#fff0d0",
    cloud: "#ffe9e2",
    night: false,
  },
  night: {
    sky: ["#0b1738", "#1f3c74", "#5c7fb4"],
    far: "#365a8c",
    mid: "#23456a",
    near: "#173350",
    leaf: "#0e2338",
    light: "#fff3cf",
    cloud: "#5877a8",
    night: true,
  },
};

/** The palette for a brief's time, season, weather and mood. */
export function paletteFor(brief: Brief): Palette {
  const base = BY_TIME[brief.time];
  const ground = (colour: string, amount: number) =>
    brief.season === "winter" || brief.place === "snow" || brief.weather === "snow"
      ? mix(colour, base.night ? "#8fa9cf" : "#f2f6fb", amount)
      : brief.season === "autumn"
        ? mix(colour, "#c5762f", amount * 0.62)
        : brief.season === "spring"
          ? mix(colour, "#b9d87c", amount * 0.35)
          : colour;
  const dull =
    brief.weather === "storm"
      ? 0.62
      : brief.weather === "rain" || brief.weather === "fog"
        ? 0.45
        : brief.weather === "cloudy" || brief.weather === "snow"
          ? 0.25
          : 0;
  const veil = base.night ? "#2a3550" : brief.weather === "storm" ? "#5b6474" : "#a9b4bf";
  const tone = (colour: string) => shift(mix(colour, veil, dull), brief);
  return {
    sky: [tone(base.sky[0]), tone(base.sky[1]), tone(base.sky[2])],
    far: tone(ground(base.far, 0.5)),
    mid: tone(ground(base.mid, 0.75)),
    near: tone(ground(base.near, 0.85)),
    leaf: tone(
      brief.season === "winter"
        ? mix(base.leaf, "#7d93a8", 0.35)
        : brief.season === "autumn"
          ? mix(base.leaf, "#b4551f", 0.6)
          : base.leaf,
    ),
    light: base.light,
    cloud: tone(base.cloud),
    night: base.night,
  };
}

/** Moods that are a matter of colour: a small turn of hue and saturation over the whole palette. */
function shift(colour: string, brief: Brief): string {
  const hsl = toHsl(colour);
  const has = (mood: Brief["moods"][number]) => brief.moods.includes(mood);
  let s = hsl.s;
  let l = hsl.l;
  if (has("noir")) {
    s *= 0.28;
    l *= 0.74;
  }
  if (has("moody") || has("dramatic")) l *= 0.84;
  if (has("calm")) s *= 0.86;
  if (has("cheerful")) s = Math.min(1, s * 1.2);
  const tinted = fromHsl({ h: hsl.h, s, l });
  const warmed = has("warm")
    ? mix(tinted, "#f2a65a", 0.16)
    : has("cold")
      ? mix(tinted, "#5b8fd6", 0.16)
      : tinted;
  return has("vintage") ? mix(warmed, "#b08a5a", 0.22) : warmed;
}
