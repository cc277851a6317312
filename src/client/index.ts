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
  StartedItem,
} from "./types.js";
export { createGeneration } from "./createGeneration.js";
export type {
  CreateGenerationOptions,
  GenerationSource,
  GenerationStore,
  StartOptions,
} from "./GenerationStore.js";
export type { GenerationStorage } from "./createRecordKeeper.js";
export { IDLE_GENERATION, fromGeneration } from "./generationState.js";
export type { GenerationState, PartialImage } from "./generationState.js";
export { isUnknownOutcome } from "./readAnswer.js";
export { isSafeImageUrl } from "./isSafeImageUrl.js";
export { prepareRequest } from "./prepareRequest.js";
export type { PrepareRequestOptions } from "./prepareRequest.js";
export { toBlob } from "./toBlob.js";
export { toFile } from "./toFile.js";
export { toFilePart } from "./toFilePart.js";
export type { FilePart } from "./toFilePart.js";
export { toFormData } from "./toFormData.js";
export { toStandardFile } from "./toStandardFile.js";
export type { StandardFile } from "./toStandardFile.js";
export { collectAttachments } from "./collectAttachments.js";
export type { OutputOptions, OutputSource, PictureSource } from "./loadPicture.js";
