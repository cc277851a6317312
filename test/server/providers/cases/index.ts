import type { ProviderCase } from "../ProviderCase.js";
import { openai } from "./openai.js";
import { replicate } from "./replicate.js";

/** Every provider that is tested. */
export const CASES: readonly ProviderCase[] = [openai, replicate];
