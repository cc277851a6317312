import type { ProviderCase } from "../ProviderCase.js";
import { blackForestLabs } from "./blackForestLabs.js";
import { bytedance } from "./bytedance.js";
import { fal } from "./fal.js";
import { fireworks } from "./fireworks.js";
import { luma } from "./luma.js";
import { openai } from "./openai.js";
import { replicate } from "./replicate.js";
import { xai } from "./xai.js";

/** Every provider that is tested. */
export const CASES: readonly ProviderCase[] = [
  blackForestLabs,
  bytedance,
  fal,
  fireworks,
  luma,
  openai,
  replicate,
  xai,
];
