// Never imported by the client: the schema printer of zod would double its size.
import { ERROR_KINDS } from "./errorKinds.js";
import { contractJsonSchemas } from "./contractJsonSchemas.js";
import { CONTRACT_HEADER, CONTRACT_VERSION } from "./contractVersion.js";

export { contractJsonSchemas, outputJsonSchema } from "./contractJsonSchemas.js";

/** What {@link openApiDocument} takes. */
export interface OpenApiDocumentOptions {
  /** The base URL that a host mounted the contract under. @default "/" */
  serverUrl?: string | undefined;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ "application/json": { schema: ref(name) } });
const versionHeader = { [CONTRACT_HEADER]: { $ref: "#/components/headers/ContractVersion" } };
const answer = (description: string, name: string) => ({
  description,
  headers: versionHeader,
  content: json(name),
});
const idParameter = (what: string) => ({
  name: "id",
  in: "path",
  required: true,
  description: what,
  schema: { type: "string" },
});

const keyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "One key per intent, 1–255 of [A-Za-z0-9._~-]. The same key with the same bytes is the same run: a finished answer is replayed for 24 hours with a freshly signed link (Idempotency-Replayed: true); the key is freed only when no image was charged.",
  schema: { type: "string", pattern: '^"?[A-Za-z0-9._~-]{1,255}"?$' },
};

const preferParameter = {
  name: "Prefer",
  in: "header",
  required: false,
  description: "respond-async: answer 202 at once, where the catalog's features.runs is true.",
  schema: { type: "string" },
};

const eventStream = {
  "text/event-stream": {
    schema: {
      type: "string",
      description:
        "Events started, stage, prompt, partial_image, then exactly one result (the 200 body) or error (a problem). Comment lines every 10 seconds. A stream without its last event is an unknown outcome: ask again with the same key.",
    },
  },
};

/** What schemas can't hold, for someone who writes a back end from this document alone. */
const RULES = [
  "Bodies are counted, not trusted by their announced length; JSON nests at most 64 levels. Lengths of prompts count Unicode code points.",
  "An Origin header on POST or DELETE must be the back end's own public origin or one that it lists; any other is forbidden (403).",
  "Every refusal is application/problem+json with type, title, status, detail, kind, retryable, charged and requestId. 405 names the methods in Allow. Where a feature of the catalog is off, its operation answers 404.",
  "An Idempotency-Key that is missing or malformed is refused with 400 before the body is looked at.",
  "Answers of /generations carry Cache-Control: no-store. The catalog answers 304 to If-None-Match.",
  "output holds exactly its documented members. Its file name is <digits>-workflow_image_generation-<provider>.png with digits that are unique within the workspace, path is /mnt/data/ and that name, sizeInKb is rounded up, prompt is without style words; stages.sent is the exact text that the image model got, with them.",
  "Width and height are read from the PNG, never assumed. Pictures are always PNG.",
  'Templates: {{ path }} with slug.segment, [0], ["any key"], ?. before a part that may be absent, and ?? "default"; \\{{ is a literal {{. Strings and booleans are inserted as text, numbers, objects and arrays as RFC 8785 JSON, in one pass, never from a prototype. null or absent without ?. or a default is missing_variable, with errors[] of pointer #/config/prompt/template (or instructions), code and variable. Anything that is no path is invalid_template. The package ships the grammar (GRAMMAR.md) and test vectors (template-cases.json).',
  "Pictures of the reference form take GET and HEAD and carry X-Content-Type-Options: nosniff, a sandboxing Content-Security-Policy, a fixed Content-Disposition, Access-Control-Allow-Origin: * and Cross-Origin-Resource-Policy: cross-origin.",
];

/** The contract as an OpenAPI 3.1 document, with the rules that schemas can't hold in its descriptions. */
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
    paths: {
      "/catalog": {
        get: {
          operationId: "getCatalog",
          tags: ["catalog"],
          summary: "What the workspace offers",
          description:
            "Cache-Control is private, no-cache, with an ETag. It may differ by scope; a workspace without image models is valid.",
          responses: {
            "200": answer("The catalog", "Catalog"),
            "304": { description: "Not modified" },
            ...problems("unauthorized", "forbidden"),
          },
        },
      },
      "/prompts": {
        post: {
          operationId: "previewPrompt",
          tags: ["generations"],
          summary: "Run the prompt stage only; no image is paid",
          description:
            "Optional (features.prompts). stages.written of the answer may be sent back as input.written.",
          requestBody: { required: true, content: json("GenerationRequest") },
          responses: {
            "200": answer("The prompt on its way", "PromptPreview"),
            ...problems(
              "invalid_json",
              "unauthorized",
              "payload_too_large",
              "unsupported_media_type",
              "invalid_request",
              "rate_limited",
              "prompt_failed",
              "overloaded",
              "timeout",
            ),
          },
        },
      },
      "/generations": {
        post: {
          operationId: "generate",
          tags: ["generations"],
          summary: "Run the node",
          description:
            "Answers JSON or an event stream by Accept, or 202 where Prefer: respond-async is honoured. A disconnect never cancels. 60 seconds count from running over the prompt and image stage. In manual no prompt model is called. A missing variable is refused before anything is spent.",
          parameters: [keyParameter, preferParameter],
          requestBody: { required: true, content: json("GenerationRequest") },
          responses: {
            "200": {
              description: "The finished generation, or its event stream",
              headers: {
                ...versionHeader,
                "Idempotency-Replayed": { schema: { type: "string", const: "true" } },
              },
              content: { ...json("Generation"), ...eventStream },
            },
            "202": answer("Accepted; ask GET /generations/{id}", "GenerationStatus"),
            ...problems(...(Object.keys(ERROR_KINDS) as (keyof typeof ERROR_KINDS)[])),
          },
        },
      },
      "/generations/{id}": {
        parameters: [idParameter("The generation's id")],
        get: {
          operationId: "getGeneration",
          tags: ["generations"],
          summary: "The state of a run, and its result or problem once ended",
          description:
            "Optional (features.runs). Kept for 24 hours. As an event stream: a snapshot, then live.",
          responses: {
            "200": {
              description: "The state",
              headers: versionHeader,
              content: { ...json("GenerationStatus"), ...eventStream },
            },
            ...problems("unauthorized", "not_found"),
          },
        },
        delete: {
          operationId: "cancelGeneration",
          tags: ["generations"],
          summary: "Cancel a run",
          description:
            "Optional (features.runs). Idempotent; too late once the image bytes arrived, which the state then shows.",
          responses: {
            "200": answer("The current state", "GenerationStatus"),
            ...problems("unauthorized", "not_found"),
          },
        },
      },
      "/attachments/{id}": {
        get: {
          operationId: "getPicture",
          tags: ["attachments"],
          summary: "The reference form of imageUrl: a signed link that works without headers for a week",
          parameters: [
            idParameter("The attachment's id"),
            ...["exp", "kid", "sig"].map((name) => ({
              name,
              in: "query",
              required: true,
              schema: { type: "string" },
            })),
          ],
          responses: {
            "200": {
              description: "The picture",
              content: { "image/png": { schema: { type: "string", contentMediaType: "image/png" } } },
            },
            ...problems("bad_signature", "not_found", "link_expired", "attachment_deleted"),
          },
        },
      },
      "/attachments/{id}/url": {
        post: {
          operationId: "refreshUrl",
          tags: ["attachments"],
          summary: "A fresh link",
          parameters: [idParameter("The attachment's id")],
          responses: {
            "200": answer("The link and when it ends", "RefreshedUrl"),
            ...problems("unauthorized", "not_found", "attachment_deleted"),
          },
        },
      },
    },
    components: {
      schemas: contractJsonSchemas(),
      headers: {
        ContractVersion: {
          description: "The version of the contract.",
          schema: { type: "string", const: String(CONTRACT_VERSION) },
        },
      },
    },
  };
}

function problems(...kinds: readonly (keyof typeof ERROR_KINDS)[]): Record<string, unknown> {
  const byStatus = new Map<number, string[]>();
  for (const kind of kinds) {
    const { status } = ERROR_KINDS[kind];
    if (status !== null) byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  const responses: Record<string, unknown> = {};
  for (const [status, names] of byStatus) {
    responses[String(status)] = {
      description: `Kinds: ${names.join(", ")}`,
      headers: versionHeader,
      content: { "application/problem+json": { schema: ref("Problem") } },
    };
  }
  return responses;
}
