import * as z from "zod/mini";
import { catalogSchema } from "./catalogSchema.js";
import { describeMembers } from "./describeMembers.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";
import {
  generationSchema,
  generationStatusSchema,
  outputSchema,
  promptPreviewSchema,
  refreshedUrlSchema,
  uploadSchema,
} from "./generationSchema.js";
import { generationRequestSchema } from "./generationRequestSchema.js";
import { pinnedImageSchema } from "./pinnedImageSchema.js";
import { problemSchema } from "./problemSchema.js";
import { streamEventSchema } from "./streamEventSchema.js";

/** Any object of JSON. */
type JsonObject = Record<string, unknown>;

/**
 * The contract's schemas as JSON Schema 2020-12, by the names that the OpenAPI document uses, and `PinnedImage`, which a
 * host saves and nobody sends. Each stands alone: it repeats what the document's schemas refer to by name.
 */
export function contractJsonSchemas(): Record<string, JsonObject> {
  return {
    ImageNodeConfig: toSchema(imageNodeConfigSchema),
    Catalog: toSchema(catalogSchema),
    GenerationRequest: toSchema(generationRequestSchema),
    Generation: toSchema(generationSchema),
    GenerationStatus: toSchema(generationStatusSchema),
    PromptPreview: toSchema(promptPreviewSchema),
    RefreshedUrl: toSchema(refreshedUrlSchema),
    PinnedImage: toSchema(pinnedImageSchema),
    Upload: toSchema(uploadSchema),
    Problem: toSchema(problemSchema),
    StreamEvent: toSchema(streamEventSchema),
  };
}

/** The JSON Schema of the node's documented output, for hosts that describe outputs by schema. */
export function outputJsonSchema(): JsonObject {
  const schema = toSchema(outputSchema);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Image Generation output",
    ...schema,
  };
}

function toSchema(schema: z.core.$ZodType): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => describeMembers(zodSchema, jsonSchema),
  });
  return rest;
}
