// The execution contract as code. OpenAPI and JSON Schema stay out (`image-generation-node/contract/openapi`): they
// need zod's schema printer, which no browser should load.
export { CONTRACT_HEADER, CONTRACT_VERSION } from "./version.js";
export { ASPECT_RATIOS, PROMPT_MODES, STYLES, isAspectRatio, isPromptMode, isStyle } from "./ids.js";
export type { AspectRatio, PromptMode, Style } from "./ids.js";
export { createImageNodeConfig, imageNodeConfigSchema } from "./config.js";
export type { ImageNodeConfig, ImageNodeConfigOverrides, PromptConfig } from "./config.js";
export { parseImageNodeConfig } from "./parseImageNodeConfig.js";
export type { ParsedImageNodeConfig } from "./parseImageNodeConfig.js";
export { listConfigReferences, renameConfigReferences } from "./configReferences.js";
export { validateImageNodeConfig } from "./validateImageNodeConfig.js";
export type {
  ConfigDiagnostic,
  ConfigDiagnosticCode,
  ValidateImageNodeConfigOptions,
} from "./validateImageNodeConfig.js";
export { catalogSchema } from "./catalog.js";
export type {
  Catalog,
  CatalogAspectRatio,
  CatalogFeatures,
  CatalogImageModel,
  CatalogLimits,
  CatalogPromptModel,
  CatalogStyle,
  Price,
  RatioSupport,
} from "./catalog.js";
export {
  RUN_STAGES,
  RUN_STATUSES,
  generationSchema,
  generationStatusSchema,
  outputSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
} from "./generation.js";
export type {
  Generation,
  GenerationImage,
  GenerationStatus,
  ImageNodeOutput,
  PromptPreview,
  RefreshedUrl,
  RunStage,
  RunStatus,
  Timings,
  Warning,
} from "./generation.js";
export type { Stages, Usage, UsageItem } from "./stages.js";
export { generationRequestSchema } from "./generationRequest.js";
export type { GenerationContext, GenerationInput, GenerationRequest } from "./generationRequest.js";
export { STREAM_EVENTS } from "./events.js";
export { streamEventSchema } from "./streamEventSchema.js";
export type { StreamEvent, StreamEventName } from "./events.js";
export { problemSchema } from "./problem.js";
export type { Problem, ProblemError } from "./problem.js";
export { ERROR_KINDS, isErrorKind, isRetryable } from "./errors.js";
export type { ErrorKind, ErrorKindInfo } from "./errors.js";
export { ImageNodeError } from "./ImageNodeError.js";
export type { ImageNodeErrorOptions } from "./ImageNodeError.js";
export { RATIO_TOLERANCE, RATIO_VALUES, describeRatio, hasAspectRatio } from "./geometry.js";
export { ROUTE_METHODS, matchRoute, routeUrl } from "./routes.js";
export type { Route } from "./routes.js";
