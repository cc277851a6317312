import type { ModelSettings } from "../contract/index.js";
import type { SettingValues } from "../server/index.js";
import { PALETTES } from "./finish/finishPicture.js";
import type { Detail, Finish, PaletteName } from "./finish/finishPicture.js";

/** Greatest seed of the demo illustrator. */
const MAX_SEED = 2_147_483_647;

const DETAILS: readonly Detail[] = ["simple", "normal", "rich"];

/** Settings of the demo illustrator, one of every kind that a form can show. None costs anything. */
export const ILLUSTRATOR_SETTINGS: ModelSettings = {
  properties: {
    detail: {
      type: "string",
      enum: DETAILS,
      default: "normal",
      title: "Detail",
      description: "Simple draws in few even tones, rich adds outlines.",
      enumLabels: { simple: "Simple", normal: "Normal", rich: "Rich" },
    },
    palette: {
      type: "string",
      enum: PALETTES,
      default: "natural",
      title: "Palette",
      description: "Colours of the whole picture.",
      enumLabels: {
        natural: "Natural",
        warm: "Warm",
        cool: "Cool",
        vivid: "Vivid",
        pastel: "Pastel",
        mono: "Black and white",
      },
    },
    frame: {
      type: "boolean",
      default: false,
      title: "Frame",
      description: "Paper frame around the picture.",
    },
    seed: {
      type: "integer",
      minimum: 0,
      maximum: MAX_SEED,
      title: "Seed",
      description: "The same seed and prompt draw the same picture. Without one, each run has its own.",
    },
    negative_prompt: {
      type: "string",
      maxLength: 200,
      multiline: true,
      title: "Leave out",
      description:
        "Things, people and weather to leave out, such as “clouds, trees”, as far as the demo draws them.",
      advanced: true,
    },
    grain: {
      type: "number",
      minimum: 0,
      maximum: 1,
      multipleOf: 0.1,
      default: 0,
      title: "Grain",
      description: "Amount of film grain.",
      advanced: true,
    },
  },
  order: ["detail", "palette", "frame", "seed", "negative_prompt", "grain"],
};

/** Values of the settings, as the illustrator reads them. */
export interface IllustratorSettings {
  /** `null` where none was chosen. */
  seed: number | null;
  /** Words for what is left out; empty for nothing. */
  negativePrompt: string;
  finish: Finish;
}

/** Reads the settings; what is missing or of another type counts by its default. */
export function readIllustratorSettings(values: SettingValues): IllustratorSettings {
  const { seed, negative_prompt: negativePrompt, detail, palette, frame, grain } = values;
  return {
    seed: typeof seed === "number" ? seed : null,
    negativePrompt: typeof negativePrompt === "string" ? negativePrompt : "",
    finish: {
      detail: DETAILS.find((name) => name === detail) ?? "normal",
      palette: PALETTES.find((name): name is PaletteName => name === palette) ?? "natural",
      frame: frame === true,
      grain: typeof grain === "number" ? grain : 0,
    },
  };
}
