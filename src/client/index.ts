// The typed client: fetch only, no React. `createClientWith` and the readers below it stay out; they are how, not what.
export { createClient } from "./createClient.js";
export type {
  CallOptions,
  ClientOptions,
  GenerateManyOptions,
  GenerateOptions,
  HeaderFields,
  ImageNodeClient,
  Outcome,
  OutcomeBase,
  RejoinOptions,
} from "./types.js";
export { createGeneration } from "./createGeneration.js";
export type {
  CreateGenerationOptions,
  GenerationSource,
  GenerationStore,
  StartOptions,
} from "./createGeneration.js";
export type { GenerationStorage } from "./generationRecord.js";
export { IDLE_GENERATION, fromGeneration } from "./generationState.js";
export type { GenerationState, PartialImage } from "./generationState.js";
export { isUnknownOutcome } from "./readAnswer.js";
export { isSafeImageUrl } from "./isSafeImageUrl.js";
export { prepareRequest } from "./prepareRequest.js";
export type { PrepareRequestOptions } from "./prepareRequest.js";
