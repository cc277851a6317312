export { createImageNodeHandler } from "./createImageNodeHandler.js";
export { LOCAL_ORIGINS } from "./origins.js";
export { createGenerationRunner } from "./createGenerationRunner.js";
export type { GenerationRunner, GenerationRunnerOptions } from "./createGenerationRunner.js";
export type {
  Action,
  AuthorizeRequest,
  ErrorReport,
  GenerationJob,
  GenerationReport,
  HandlerLimits,
  ImageNodeHandlerOptions,
  Principal,
  RateLimited,
  StyleOption,
  TemplateResolution,
  ToPng,
  ToPngOptions,
} from "./options.js";
export type {
  CustomImageModel,
  CustomPromptModel,
  GenerateImageRequest,
  Geometry,
  ImageModelEntry,
  Models,
  ModelsOrByScope,
  PromptModelEntry,
  RatioGeometry,
  SdkModel,
  WritePromptRequest,
} from "./models.js";
export { createGuardedFetch } from "./createGuardedFetch.js";
export type { GuardedFetchOptions } from "./createGuardedFetch.js";
export { memoryStorage } from "./memoryStorage.js";
export type { MemoryStorageOptions } from "./memoryStorage.js";
export { fileStorage } from "./fileStorage.js";
export { s3Storage } from "./s3Storage.js";
export type { S3StorageOptions } from "./s3Storage.js";
export { memoryRunStore } from "./memoryRunStore.js";
export type { MemoryRunStoreOptions } from "./memoryRunStore.js";
export type {
  AttachmentDetails,
  AttachmentInfo,
  AttachmentStorage,
  StoredAttachment,
} from "./AttachmentStorage.js";
export type { KeptPrompt, RunPatch, RunRecord, RunStore } from "./RunStore.js";
