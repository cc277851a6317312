// The typed client: fetch only, no React. `createClientWith` and the modules of `wire/` stay out: they are internals.
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
  UploadOptions,
  UploadProgress,
} from "./types.js";
export { createGeneration } from "./store/createGeneration.js";
export type {
  CreateGenerationOptions,
  GenerationSource,
  GenerationStore,
  StartOptions,
} from "./store/GenerationStore.js";
export type { GenerationStorage } from "./store/createRecordKeeper.js";
export { forgetNode } from "./store/forgetNode.js";
export { IDLE_GENERATION, fromGeneration } from "./store/fromGeneration.js";
export type { EarlierRun, GenerationState, PartialImage } from "./store/GenerationState.js";
export { isUnknownOutcome } from "./wire/isUnknownOutcome.js";
export { isSafeImageUrl } from "./output/isSafeImageUrl.js";
export { prepareRequest } from "./prepareRequest.js";
export type { PrepareRequestOptions } from "./prepareRequest.js";
export { toBlob } from "./output/toBlob.js";
export { toFile } from "./output/toFile.js";
export { toFilePart } from "./output/toFilePart.js";
export type { FilePart } from "./output/toFilePart.js";
export { toFormData } from "./output/toFormData.js";
export { toStandardFile } from "./output/toStandardFile.js";
export { collectAttachments } from "./output/collectAttachments.js";
export type { ImageSource, OutputSource, StandardFile } from "./output/getOutput.js";
export type { OutputOptions } from "./output/loadImage.js";
