import { ERROR_KINDS } from "./errorKinds.js";
import {
  answer,
  eventStream,
  idParameter,
  json,
  keyParameter,
  preferParameter,
  problems,
  versionHeader,
} from "./openApiParts.js";

const EVERY_KIND = Object.keys(ERROR_KINDS) as readonly (keyof typeof ERROR_KINDS)[];
const PNG = { "image/png": { schema: { type: "string", contentMediaType: "image/png" } } };

const catalogPaths = {
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
        ...problems("unauthorized", "forbidden", "provider_misconfigured", "internal"),
      },
    },
  },
};

const generationPaths = {
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
        ...problems(...EVERY_KIND),
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
        ...problems(...EVERY_KIND),
      },
    },
  },
  "/generations/{id}": {
    parameters: [idParameter("The generation's id")],
    get: {
      operationId: "getGeneration",
      tags: ["generations"],
      summary: "The state of a run, and its result or problem once ended",
      description: "Optional (features.runs). Kept for 24 hours. As an event stream: a snapshot, then live.",
      responses: {
        "200": {
          description: "The state",
          headers: versionHeader,
          content: { ...json("GenerationStatus"), ...eventStream },
        },
        ...problems("unauthorized", "forbidden", "not_found", "internal"),
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
        ...problems("unauthorized", "forbidden", "not_found", "internal"),
      },
    },
  },
};

const attachmentPaths = {
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
          content: PNG,
        },
        "206": { description: "The part that was asked for", content: PNG },
        "304": { description: "Not modified" },
        "416": { description: "There is no such part" },
        ...problems("bad_signature", "not_found", "link_expired", "attachment_deleted", "internal"),
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
        ...problems("unauthorized", "forbidden", "not_found", "attachment_deleted", "internal"),
      },
    },
  },
};

/** The operations of the contract by path, in the order of the document. */
export const OPEN_API_PATHS = { ...catalogPaths, ...generationPaths, ...attachmentPaths };
