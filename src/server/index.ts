export { createImageNodeHandler } from "./createImageNodeHandler.js";
export { LOCAL_ORIGINS } from "./http/createOriginRule.js";
export { createGenerationRunner } from "./stages/createGenerationRunner.js";
export type { GenerationRunner, GenerationRunnerOptions } from "./stages/createGenerationRunner.js";
export type {
  Action,
  AuthorizeRequest,
  ErrorCause,
  ErrorReport,
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
export type { DispatchContext, GenerationDispatch, GenerationJob } from "./runs/GenerationDispatch.js";
export type { LoadReferenceRequest, ReferenceOptions } from "./ReferenceOptions.js";
export type { RunSpending } from "./spending/RunSpending.js";
export type {
  Credits,
  Reservation,
  Settlement,
  SpendingOptions,
  SpendingRequest,
} from "./spending/SpendingOptions.js";
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
  ReferenceLimits,
  ReferencePicture,
  SdkModel,
  WritePromptRequest,
} from "./models/ModelEntry.js";
export type {
  TelemetryCounter,
  TelemetryHistogram,
  TelemetryMeter,
  TelemetryOptions,
  TelemetrySpan,
  TelemetryTracer,
  TelemetryValue,
} from "./telemetry/TelemetryOptions.js";
export type { RunTrace } from "./telemetry/RunTrace.js";
export type { ImageCall, SettingValues } from "./models/ImageCall.js";
export { createGuardedFetch } from "./models/createGuardedFetch.js";
export type { GuardedFetchOptions } from "./models/createGuardedFetch.js";
export { createProviderFetch } from "./journal/createProviderFetch.js";
export type { ProviderFetchOptions } from "./journal/createProviderFetch.js";
export type { JournalEntry } from "./journal/JournalEntry.js";
export { memoryStorage } from "./storage/memoryStorage.js";
export type { MemoryStorageOptions } from "./storage/memoryStorage.js";
export { fileStorage } from "./storage/fileStorage.js";
export { s3Storage } from "./storage/s3Storage.js";
export type { S3StorageOptions } from "./storage/S3StorageOptions.js";
export { memoryRunStore } from "./runs/memoryRunStore.js";
export type { MemoryRunStoreOptions } from "./runs/memoryRunStore.js";
export type {
  AttachmentDetails,
  AttachmentInfo,
  AttachmentStorage,
  StoredAttachment,
} from "./storage/AttachmentStorage.js";
export type { KeptPrompt, RunPatch, RunRecord, RunStore } from "./runs/RunStore.js";
