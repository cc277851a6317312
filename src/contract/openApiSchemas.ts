import { contractJsonSchemas } from "./contractJsonSchemas.js";
import type { StreamEventName } from "./streamEvents.js";

type JsonObject = Record<string, unknown>;

/** Parts of the contract's schemas that have a name of their own, by their place; and what the name stands for. */
const PARTS: Readonly<Record<string, readonly [place: string, description: string]>> = {
  PromptConfig: [
    "ImageNodeConfig/properties/prompt",
    "Prompt of a configuration. Both texts are kept when the mode changes.",
  ],
  PromptMode: [
    "ImageNodeConfig/properties/prompt/properties/mode",
    "Who writes the prompt: the user (manual), a model from instructions (prompt_ai), a model from earlier nodes (auto).",
  ],
  AspectRatio: ["ImageNodeConfig/properties/aspectRatio", "Aspect ratio: 1:1, 16:9 or 9:16."],
  Style: [
    "ImageNodeConfig/properties/style",
    "Style of the image: a documented one, or any other that a catalog names. Read an unknown one as it is.",
  ],
  KnownStyle: ["ImageNodeConfig/properties/style/anyOf/0", "Documented styles."],
  SettingValues: ["ImageNodeConfig/properties/settings", "Values of settings by name. Nothing is converted."],
  SettingValue: ["ImageNodeConfig/properties/settings/additionalProperties", "Value of a setting."],
  Reference: [
    "ImageNodeConfig/properties/references/items",
    "Picture that a configuration gives to the model: value, a text that is exactly one variable, or attachmentId. One of the two; role is reserved.",
  ],
  ReferenceSupport: [
    "Catalog/properties/imageModels/items/properties/references",
    "Pictures that an image model takes.",
  ],
  InputReference: [
    "GenerationRequest/properties/input/properties/references/items",
    "Picture that a request names in place of the configuration's references.",
  ],
  UsedReference: ["Generation/properties/references/items", "Picture that a run gave to the model."],
  CatalogImageModel: [
    "Catalog/properties/imageModels/items",
    "Image model of a workspace. maxPromptLength counts Unicode code points.",
  ],
  CatalogPromptModel: [
    "Catalog/properties/promptModels/items",
    'Prompt model of a workspace, used in the modes "prompt_ai" and "auto".',
  ],
  ModelKind: [
    "Catalog/properties/imageModels/items/properties/kind",
    "Whether a model is real, or a demo without AI.",
  ],
  ModelAspectRatios: [
    "Catalog/properties/imageModels/items/properties/aspectRatios",
    "Support of a model for each aspect ratio; one that is missing is not supported.",
  ],
  RatioSupport: [
    "Catalog/properties/imageModels/items/properties/aspectRatios/properties/square",
    "Support of a model for one aspect ratio, with the delivered pixels.",
  ],
  ModelSettings: [
    "Catalog/properties/imageModels/items/properties/settings",
    "Settings of an image model by name, and their order in a form.",
  ],
  Setting: [
    "Catalog/properties/imageModels/items/properties/settings/properties/properties/additionalProperties",
    "Setting of an image model. Readers pass over a kind that they do not know.",
  ],
  KnownSetting: [
    "Catalog/properties/imageModels/items/properties/settings/properties/properties/additionalProperties/anyOf/0",
    "Setting in a closed subset of JSON Schema.",
  ],
  LaterSetting: [
    "Catalog/properties/imageModels/items/properties/settings/properties/properties/additionalProperties/anyOf/1",
    "Setting of a kind that a later version may have.",
  ],
  Price: [
    "Catalog/properties/imageModels/items/properties/price/anyOf/0",
    "Expected price of one image, in units of its currency.",
  ],
  ConditionalPrice: [
    "Catalog/properties/imageModels/items/properties/price/anyOf/1/items",
    "Price that holds only with these settings; with any, where when is missing.",
  ],
  PriceAmount: [
    "Catalog/properties/imageModels/items/properties/price/anyOf/0/properties/min",
    "Amount of money, best as a decimal text.",
  ],
  CatalogAspectRatio: ["Catalog/properties/aspectRatios/items", "Aspect ratio as the catalog offers it."],
  CatalogStyle: [
    "Catalog/properties/styles/items",
    "Style as the catalog offers it; hosts may add brand styles.",
  ],
  CatalogFeatures: [
    "Catalog/properties/features",
    "Features of a back end beyond catalog, JSON generations and images.",
  ],
  CatalogLimits: [
    "Catalog/properties/limits",
    "Bounds of a back end: times in milliseconds, sizes in bytes, the life of a link in seconds.",
  ],
  CatalogDefaults: ["Catalog/properties/defaults", "Models that are used where a configuration names none."],
  CatalogCredits: [
    "Catalog/properties/credits",
    "Credits that are left to whoever asks: left in unit, which prices name as their currency, filled up at resetsAt.",
  ],
  GenerationInput: [
    "GenerationRequest/properties/input",
    "Literal texts that replace a stage: resolved the template, written the prompt stage. Never parsed.",
  ],
  GenerationContext: [
    "GenerationRequest/properties/context",
    "Place of a generation in a workflow. iteration is the path of loop indexes, outermost first.",
  ],
  ImageNodeOutput: [
    "Generation/properties/output",
    "Documented output of the node, exactly as later nodes see it.",
  ],
  OutputMetadata: [
    "Generation/properties/output/properties/_metadata",
    "Facts of the file. sizeInKb is rounded up.",
  ],
  GenerationImage: [
    "Generation/properties/image",
    "Image as measured: pixels, the end of its link, its SHA-256 in hex.",
  ],
  Stages: [
    "Generation/properties/stages",
    "Prompt at each step: as configured, with values, as written by the prompt model, as sent, as revised by the image model.",
  ],
  Warning: [
    "Generation/properties/warnings/items",
    "Note that something went otherwise than asked: English in message, for any language in code and params.",
  ],
  Usage: ["Generation/properties/usage", "Usage of a run, by line."],
  UsageItem: [
    "Generation/properties/usage/properties/items/items",
    "Line of the usage. reported is what the provider says it took.",
  ],
  Timings: ["Generation/properties/timings", "Milliseconds spent in each stage."],
  RunStatus: ["GenerationStatus/properties/status", "State of a run. The last three are final."],
  LateImage: [
    "GenerationStatus/properties/late",
    "Image that arrived after its run had ended; the status stays.",
  ],
  RunStage: [
    "Problem/properties/stage",
    "Stage of a run, or one of a later version. Read an unknown one as some stage.",
  ],
  KnownRunStage: ["Problem/properties/stage/anyOf/0", "Stages of this version, in order."],
  ErrorKind: [
    "Problem/properties/kind",
    "Kind of a problem, or one of a later version: then go by status and retryable.",
  ],
  KnownErrorKind: ["Problem/properties/kind/anyOf/0", "Kinds of this version."],
  ProblemReason: [
    "Problem/properties/reason",
    "Cause that is narrower than the kind. Readers may ignore it.",
  ],
  KnownProblemReason: ["Problem/properties/reason/anyOf/0", "Reasons of this version."],
  ProblemError: [
    "Problem/properties/errors/items",
    "Fault of a request. pointer is a JSON pointer fragment such as #/config/prompt/template.",
  ],
  StartedEvent: ["StreamEvent/oneOf/0", "First event: the id of the run."],
  StartedEventData: ["StreamEvent/oneOf/0/properties/data", "Data of the event started."],
  StageEvent: ["StreamEvent/oneOf/1", "A stage has started or ended."],
  StageEventData: ["StreamEvent/oneOf/1/properties/data", "Data of the event stage."],
  PromptEvent: ["StreamEvent/oneOf/2", "The prompt is ready; the image stage follows."],
  PromptEventData: ["StreamEvent/oneOf/2/properties/data", "Data of the event prompt."],
  PartialImageEvent: ["StreamEvent/oneOf/3", "An image that is not finished, for display alone."],
  PartialImageEventData: [
    "StreamEvent/oneOf/3/properties/data",
    "Data of the event partial_image; b64 is base64.",
  ],
  ResultEvent: ["StreamEvent/oneOf/4", "Last event of a run that succeeded: the answer 200 as JSON."],
  ErrorEvent: ["StreamEvent/oneOf/5", "Last event of a run that failed or was cancelled: its problem."],
};

/** Schema of each event of a stream. Without them a generator takes the name of the schema for that of the event. */
const EVENTS: readonly (readonly [event: StreamEventName, schema: keyof typeof PARTS])[] = [
  ["started", "StartedEvent"],
  ["stage", "StageEvent"],
  ["prompt", "PromptEvent"],
  ["partial_image", "PartialImageEvent"],
  ["result", "ResultEvent"],
  ["error", "ErrorEvent"],
];

const WHOLES: Readonly<Record<string, string>> = {
  ImageNodeConfig: "Saved configuration of one node. Unknown members are kept.",
  Catalog: "Offer of a workspace. One without an image model is a real state.",
  GenerationRequest:
    "Body of POST /generations and POST /prompts. variables: null means by reference (context.workflowRunId).",
  Generation: "Generation that has succeeded. settings are those that were used.",
  GenerationStatus: "State of a run, with the result or the problem once it has ended.",
  PromptPreview: "Outcome of the prompt stage alone.",
  RefreshedUrl: "Fresh link and its end.",
  Upload: "Picture that was uploaded, as it is kept.",
  Problem: "Refusal or failure (RFC 9457). charged speaks of the image; null means unknown.",
  StreamEvent: "Event of a stream: its name and its decoded data. Readers ignore events that are not listed.",
};

/** Creates the schemas of the OpenAPI document. What has a name stands once, and is referred to elsewhere. */
export function openApiSchemas(): Record<string, JsonObject> {
  // Saved by a host, and never sent.
  const { PinnedImage: _saved, ...wholes } = contractJsonSchemas();
  const named: [name: string, schema: JsonObject, description: string][] = [
    ...Object.entries(wholes).map(([name, schema]): (typeof named)[number] => [
      name,
      schema,
      WHOLES[name] ?? "",
    ]),
    ...Object.entries(PARTS).map(([name, [place, description]]): (typeof named)[number] => [
      name,
      find(wholes, place),
      description,
    ]),
  ];
  const names = new Map(named.map(([name, schema]) => [JSON.stringify(schema), name]));
  const schemas = Object.fromEntries(
    named.map(([name, schema, description]) => [name, { ...refer(schema, names), description }]),
  );
  const mapping = Object.fromEntries(EVENTS.map(([event, name]) => [event, `#/components/schemas/${name}`]));
  const discriminator = { propertyName: "event", mapping };
  return { ...schemas, StreamEvent: { ...schemas.StreamEvent, discriminator } };
}

function find(schemas: object, place: string): JsonObject {
  let found: unknown = schemas;
  for (const member of place.split("/")) found = (found as JsonObject | undefined)?.[member];
  if (typeof found !== "object") throw new Error(`The contract's schemas have nothing at ${place}.`);
  return found as JsonObject;
}

/** Copies a schema, with a reference in place of each part that has a name. */
function refer(schema: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(schema).map(([member, value]) => [member, referIn(value, names)]));
}

function referIn(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => referIn(each, names));
  if (typeof value !== "object" || value === null) return value;
  const name = names.get(JSON.stringify(value));
  return name === undefined ? refer(value as JsonObject, names) : { $ref: `#/components/schemas/${name}` };
}
