// The execution contract as code. OpenAPI and JSON Schema stay out (`image-generation-node/contract/openapi`): they
// need zod's schema printer, which no browser should load.
export { CONTRACT_HEADER, CONTRACT_VERSION } from "./contractVersion.js";
export {
  ASPECT_RATIOS,
  PROMPT_MODES,
  RUN_STAGES,
  STYLES,
  isAspectRatio,
  isPromptMode,
  isStyle,
} from "./ids.js";
export type { AspectRatio, PromptMode, RunStage, Style } from "./ids.js";
export { createImageNodeConfig } from "./createImageNodeConfig.js";
export type { ImageNodeConfigOverrides } from "./createImageNodeConfig.js";
export { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";
export type { ImageNodeConfig, PromptConfig } from "./imageNodeConfigSchema.js";
export { readReferences } from "./readReferences.js";
export { referenceSchema } from "./referenceSchema.js";
export type { InputReference, Reference, ReferenceSupport, UsedReference } from "./referenceSchema.js";
export { readReferenceValue } from "./readReferenceValue.js";
export type { ReferenceItem } from "./readReferenceValue.js";
export { findReferenceFaults } from "./findReferenceFaults.js";
export type { ReferenceFaultReason } from "./findReferenceFaults.js";
export { parseImageNodeConfig } from "./parseImageNodeConfig.js";
export { parseOwnConfig } from "./parseOwnConfig.js";
export type { ParsedImageNodeConfig } from "./parseOwnConfig.js";
export { isNodeConfig } from "./foreign/isNodeConfig.js";
export { listConfigReferences, renameConfigReferences } from "./renameConfigReferences.js";
export type { LanguageOptions } from "./LanguageOptions.js";
export { validateConfigFields } from "./validateConfigFields.js";
export { validateImageNodeConfig } from "./validateImageNodeConfig.js";
export { validateReferences } from "./validateReferences.js";
export { validateSettings } from "./validateSettings.js";
export { findImageModel } from "./findImageModel.js";
export type { ConfigDiagnostic, ConfigDiagnosticCode } from "./ConfigDiagnostic.js";
export type { ValidateImageNodeConfigOptions } from "./validateImageNodeConfig.js";
export { addReferences } from "./addReferences.js";
export { catalogSchema } from "./catalogSchema.js";
export { isCatalog } from "./shapes/isCatalog.js";
export type {
  Catalog,
  CatalogAspectRatio,
  CatalogFeatures,
  CatalogImageModel,
  CatalogLimits,
  CatalogPromptModel,
  CatalogStyle,
  ConditionalPrice,
  Price,
  RatioSupport,
} from "./catalogSchema.js";
export { MAX_SETTING_LENGTH, findSettingFault } from "./findSettingFault.js";
export type { SettingFault } from "./findSettingFault.js";
export { listPrice } from "./listPrice.js";
export type { ModelPrice } from "./listPrice.js";
export { listSettingFaults } from "./listSettingFaults.js";
export type { FaultySetting } from "./listSettingFaults.js";
export { pickSettings } from "./pickSettings.js";
export { priceOf } from "./priceOf.js";
export type { PricedModel } from "./priceOf.js";
export type { CatalogCredits } from "./creditsSchema.js";
export { readCredits } from "./readCredits.js";
export { isSettingName, readModelSettings } from "./readModelSettings.js";
export type { NamedSetting, SettableModel } from "./readModelSettings.js";
export { SETTING_TYPES } from "./settingSchema.js";
export type { ModelSettings, Setting, SettingValue } from "./settingSchema.js";
export {
  RUN_STATUSES,
  generationSchema,
  generationStatusSchema,
  outputSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
  uploadSchema,
} from "./generationSchema.js";
export type {
  Generation,
  GenerationImage,
  GenerationStatus,
  ImageNodeOutput,
  PromptPreview,
  RefreshedUrl,
  RunStatus,
  Timings,
  Upload,
  Warning,
} from "./generationSchema.js";
export { pinnedImageSchema } from "./pinnedImageSchema.js";
export type { PinnedImage } from "./pinnedImageSchema.js";
export { readPinnedImage } from "./readPinnedImage.js";
export { readSavedGeneration } from "./readSavedGeneration.js";
export { isMadeWith } from "./isMadeWith.js";
export type { Stages, Usage, UsageItem } from "./stagesSchema.js";
export { generationRequestSchema } from "./generationRequestSchema.js";
export type { GenerationContext, GenerationInput, GenerationRequest } from "./generationRequestSchema.js";
export { STREAM_EVENTS } from "./streamEvents.js";
export type { StreamEventName } from "./streamEvents.js";
export { streamEventSchema } from "./streamEventSchema.js";
export type { StreamEvent } from "./streamEventSchema.js";
export { problemSchema } from "./problemSchema.js";
export type { Problem, ProblemError, ProblemReason } from "./problemSchema.js";
export { ERROR_KINDS, isErrorKind, isRetryable } from "./errorKinds.js";
export type { ErrorKind, ErrorKindInfo } from "./errorKinds.js";
export { ImageNodeError } from "./ImageNodeError.js";
export type { ImageNodeErrorOptions } from "./ImageNodeError.js";
export { RATIO_TOLERANCE, RATIO_VALUES, describeRatio, hasAspectRatio } from "./hasAspectRatio.js";
export { ROUTE_METHODS, matchRoute, routeUrl } from "./matchRoute.js";
export type { Route } from "./matchRoute.js";
