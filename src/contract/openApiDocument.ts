import { CONTRACT_HEADER, CONTRACT_VERSION } from "./contractVersion.js";
import { OPEN_API_EXAMPLES } from "./openApiExamples.js";
import { HEADERS } from "./openApiParts.js";
import { OPEN_API_PATHS } from "./openApiPaths.js";
import { openApiSchemas } from "./openApiSchemas.js";

/** Options of {@link openApiDocument}. */
export interface OpenApiDocumentOptions {
  /** Base URL under which a host mounts the contract; the root of the document's own host by default. @default "/" */
  serverUrl?: string | undefined;
}

/** Rules that schemas can't hold, for someone who writes a back end from this document alone. */
const RULES = [
  "Bodies are counted, not trusted by their announced length; JSON nests at most 64 levels. Lengths of prompts count Unicode code points.",
  "An Origin header on POST or DELETE must be the back end's own public origin or one that it lists; any other is forbidden (403), which says reason: origin_refused.",
  "Lists that may grow are anyOf: the names of this version, or any other text (kind, reason, stage, style). Read an unknown kind by status and retryable.",
  "Every refusal is application/problem+json with type, title, status, detail, kind, retryable, charged and requestId. 405 names the methods in Allow. reason, where there is one, is narrower than the kind: a timeout of a run whose process died says interrupted, and no_image of one whose image the provider no longer had says no_longer_available. Where a feature of the catalog is off, its operation answers 404.",
  "An Idempotency-Key that is missing or malformed is refused with 400 before the body is looked at.",
  "Answers of /generations carry Cache-Control: no-store. The catalog answers 304 to If-None-Match. HEAD answers as GET does, without the body.",
  "output holds exactly its documented members. Its file name is <digits>-workflow_image_generation-<provider>.png with digits that are unique within the workspace, path is /mnt/data/ and that name, sizeInKb is rounded up, prompt is without style words; stages.sent is the exact text that the image model got, with them.",
  "Width and height are read from the PNG, never assumed. Generated pictures are always PNG; an upload may be kept as the JPEG that it was.",
  'Templates: {{ path }} with slug.segment, [0], ["any key"], ?. before a part that may be absent, and ?? "default"; \\{{ is a literal {{. Strings and booleans are inserted as text, numbers, objects and arrays as RFC 8785 JSON, in one pass, never from a prototype. null or absent without ?. or a default is missing_variable, with errors[] of pointer #/config/prompt/template (or instructions), code and variable. Anything that is no path is invalid_template. The package ships the grammar (GRAMMAR.md) and test vectors (template-cases.json).',
  "input.resolved is the text of the mode with its values filled in, in whatever language it was written: it is sent as it stands and never read again. features.templates says who fills them in. Where it is client, a text in manual without input.resolved, and one in prompt_ai without input.resolved and input.written, is refused before anything is spent: invalid_template, with errors[] of pointer #/input/resolved and code unresolved_template.",
  "Settings: a model of the catalog may describe some in a closed subset of JSON Schema; readers pass over a kind that they do not know. config.settings holds values by name for every model, kept when the model changes. Nothing is converted. A value that the chosen model does not take, and a name that no model of the catalog has, is refused before anything is spent: invalid_request, with errors[] of pointer #/config/settings/<name> and code setting_unsupported. A name that only another model has is not used, with the warning setting_unused and its name in params.setting. The answer's settings hold what was really used, defaults and a seed that the provider chose included, also in a replay and in the state of a run, and never in output. A back end whose models have no settings ignores config.settings.",
  "References: a model of the catalog may take pictures (references); where it has none, config.references must be empty, and where it has min, a run with fewer pictures is refused. Each member of config.references has value, a text that is exactly one variable, or attachmentId. A variable leads to an object with an attachmentId (such as an output of this node), an attachment id, or a list of those; null and what is empty are no picture, with the warning reference_empty. Anything else is missing_variable. input.references replaces config.references. Where they do not fit, the request is refused before anything is spent: invalid_request, with errors[] of pointer #/config/references/<index> and code references_unsupported, too_many_references or invalid_reference; too few are too_few_references at #/config/references. A picture that no size brings within what the model takes is refused before the model is asked, with the code reference_unfit. A picture that the caller's workspace does not have is not_found, with the same pointer and the code reference_not_found. No address that a request names is ever fetched. The answer's references, beside output and never in it, are the pictures that the model got.",
  "A price is one for every image, or a list of prices by settings: the first whose when fits the settings counts, and one without when always fits.",
  "Pictures of the reference form take GET and HEAD and carry X-Content-Type-Options: nosniff, a sandboxing Content-Security-Policy, a fixed Content-Disposition, Access-Control-Allow-Origin: * and Cross-Origin-Resource-Policy: cross-origin.",
];

/**
 * Writes the contract as an OpenAPI 3.1 document, with the rules that schemas can't hold in its descriptions.
 *
 * @example
 * const document = openApiDocument({ serverUrl: "https://example.com/api/image-node" });
 * await writeFile("openapi.json", JSON.stringify(document, null, 2));
 */
export function openApiDocument(options: OpenApiDocumentOptions = {}): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Image Generation node: execution contract",
      version: `${CONTRACT_VERSION}.0.0`,
      description: `What a back end implements so that the Image Generation node can run against it. Every answer carries ${CONTRACT_HEADER}: ${CONTRACT_VERSION}. Readers ignore members and events that they do not know.\n\n${RULES.map((rule) => `- ${rule}`).join("\n")}`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: options.serverUrl ?? "/" }],
    security: [{}],
    tags: [{ name: "catalog" }, { name: "generations" }, { name: "attachments" }],
    paths: OPEN_API_PATHS,
    components: {
      schemas: openApiSchemas(),
      headers: Object.fromEntries(
        Object.entries(HEADERS).map(([name, [, description, example, rules]]) => [
          name,
          { description, schema: { type: "string", ...rules }, example },
        ]),
      ),
      examples: OPEN_API_EXAMPLES,
    },
  };
}
