import type { ProviderCase } from "../ProviderCase.js";
import { amazonBedrock } from "./amazonBedrock.js";
import { azure } from "./azure.js";
import { blackForestLabs } from "./blackForestLabs.js";
import { bytedance } from "./bytedance.js";
import { deepinfra } from "./deepinfra.js";
import { fal } from "./fal.js";
import { fireworks } from "./fireworks.js";
import { gateway } from "./gateway.js";
import { google } from "./google.js";
import { googleVertex } from "./googleVertex.js";
import { luma } from "./luma.js";
import { openai } from "./openai.js";
import { openaiCompatible } from "./openaiCompatible.js";
import { prodia } from "./prodia.js";
import { replicate } from "./replicate.js";
import { togetherai } from "./togetherai.js";
import { xai } from "./xai.js";

/** Every provider that is tested. */
export const CASES: readonly ProviderCase[] = [
  amazonBedrock,
  azure,
  blackForestLabs,
  bytedance,
  deepinfra,
  fal,
  fireworks,
  gateway,
  google,
  googleVertex,
  luma,
  openai,
  openaiCompatible,
  prodia,
  replicate,
  togetherai,
  xai,
];
