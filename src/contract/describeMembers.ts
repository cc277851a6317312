import { catalogSchema, featuresSchema, imageModelSchema, styleEntrySchema } from "./catalogSchema.js";
import { describeReferences } from "./describeReferences.js";
import { SETTING_VALUES, describeModelSettings, describePrices } from "./describeSettings.js";
import { ERROR_KINDS } from "./errorKinds.js";
import {
  generationSchema,
  generationStatusSchema,
  imageSchema,
  refreshedUrlSchema,
  uploadSchema,
} from "./generationSchema.js";
import { RUN_STAGES, STYLES } from "./ids.js";
import { imageNodeConfigSchema } from "./imageNodeConfigSchema.js";
import { pinnedImageSchema } from "./pinnedImageSchema.js";
import { problemSchema } from "./problemSchema.js";
import type { ProblemReason } from "./problemSchema.js";
import { STREAM_EVENTS } from "./streamEvents.js";

type JsonObject = Record<string, unknown>;
type Members = Readonly<Record<string, JsonObject | ((printed: JsonObject) => JsonObject)>>;

/** Writes a list that may grow: its names, or any other text. A reader that knows the names alone would refuse a later version. */
const openList = (names: readonly string[]): JsonObject => ({
  anyOf: [
    { type: "string", enum: names },
    { type: "string", minLength: 1 },
  ],
});

const REASONS: readonly ProblemReason[] = [
  "origin_refused",
  "interrupted",
  "no_longer_available",
  "provider_account",
];
const KINDS = Object.entries(ERROR_KINDS).flatMap(([kind, { status }]) => (status === null ? [] : [kind]));
const STAGE = openList(RUN_STAGES);
const STYLE = openList(STYLES);
const MOMENT = { type: "string", format: "date-time" };
/** Account of a catalog. Open: its readers judge it apart from the catalog. */
const CREDITS = {
  type: "object",
  properties: {
    left: { type: "number", minimum: 0 },
    unit: { type: "string", minLength: 1 },
    resetsAt: MOMENT,
  },
  required: ["left", "unit"],
  additionalProperties: {},
};

/** Members that the schemas which check them leave to their readers, by the schema that has them. */
const DESCRIBED: ReadonlyMap<unknown, Members> = new Map<unknown, Members>([
  [problemSchema, { kind: openList(KINDS), reason: openList(REASONS), stage: STAGE }],
  [imageNodeConfigSchema, { style: STYLE, settings: SETTING_VALUES, references: describeReferences }],
  [styleEntrySchema, { id: STYLE }],
  [catalogSchema, { credits: CREDITS }],
  [featuresSchema, { variables: { type: "array", items: openList(["inline", "reference"]) } }],
  [imageModelSchema, { settings: describeModelSettings, price: describePrices }],
  [generationSchema, { settings: SETTING_VALUES }],
  [generationStatusSchema, { settings: SETTING_VALUES, stage: { anyOf: [STAGE, { type: "null" }] } }],
  [STREAM_EVENTS.stage, { stage: STAGE }],
  [imageSchema, { expiresAt: MOMENT }],
  [pinnedImageSchema, { pinnedAt: MOMENT }],
  [refreshedUrlSchema, { expiresAt: MOMENT }],
  [uploadSchema, { expiresAt: MOMENT }],
]);

/**
 * Adds to a printed object what its members mean: names of lists that may grow, settings, moments. Members are replaced, never
 * changed: those whose schemas are the same share what is printed of them.
 */
export function describeMembers(zodSchema: unknown, jsonSchema: JsonObject): void {
  const members = DESCRIBED.get(zodSchema);
  if (!members) return;
  const properties = { ...(jsonSchema.properties as Record<string, JsonObject>) };
  for (const [name, described] of Object.entries(members)) {
    properties[name] = typeof described === "function" ? described(properties[name] ?? {}) : described;
  }
  jsonSchema.properties = properties;
}
