import { ERROR_KINDS } from "./errorKinds.js";
import {
  answer,
  eventStream,
  headers,
  idParameter,
  ifNoneMatch,
  json,
  keyParameter,
  linkParameters,
  preferParameter,
  problems,
  rangeParameters,
  uploadKeyParameter,
  withoutBodies,
} from "./openApiParts.js";

const EVERY_KIND = Object.keys(ERROR_KINDS) as readonly (keyof typeof ERROR_KINDS)[];
const binary = (...types: readonly string[]) =>
  Object.fromEntries(
    types.map((type) => [type, { schema: { type: "string", contentMediaType: type, format: "binary" } }]),
  );
/** Generated images are PNGs; an upload may be a JPEG. */
const PICTURE = binary("image/png", "image/jpeg");

/** A read by GET, and the same by HEAD. */
const readBy = (
  names: readonly [get: string, head: string],
  operation: { readonly responses: Readonly<Record<string, object>>; readonly [member: string]: unknown },
) => ({
  get: { operationId: names[0], ...operation },
  head: {
    operationId: names[1],
    ...operation,
    description: "As GET, without the body.",
    responses: withoutBodies(operation.responses),
  },
});

const catalogPaths = {
  "/catalog": readBy(["getCatalog", "headCatalog"], {
    tags: ["catalog"],
    summary: "What the workspace offers",
    description:
      "Cache-Control is private, no-cache, with an ETag. It may differ by scope; a workspace without image models is valid.",
    parameters: [ifNoneMatch],
    responses: {
      "200": answer("The catalog", ["ETag", "CacheControl"], json("Catalog", "catalog", "emptyCatalog")),
      "304": { description: "Not modified", headers: headers("ETag", "CacheControl") },
      ...problems("unauthorized", "forbidden", "provider_misconfigured", "internal"),
    },
  }),
  "/openapi.json": readBy(["getDocument", "headDocument"], {
    tags: ["catalog"],
    summary: "This document",
    description: "Optional.",
    responses: {
      "200": answer("The document", [], {
        "application/json": {
          schema: { type: "object", properties: { openapi: { type: "string" } }, required: ["openapi"] },
          examples: { document: { $ref: "#/components/examples/document" } },
        },
      }),
      ...problems("not_found", "internal"),
    },
  }),
};

const generationPaths = {
  "/prompts": {
    post: {
      operationId: "previewPrompt",
      tags: ["generations"],
      summary: "Run the prompt stage only; no image is paid",
      description:
        "Optional (features.prompts). stages.written of the answer may be sent back as input.written.",
      requestBody: { required: true, content: json("GenerationRequest", "refined", "manual") },
      responses: {
        "200": answer("The prompt on its way", ["CacheControl"], json("PromptPreview", "preview")),
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
      requestBody: { required: true, content: json("GenerationRequest", "manual", "written", "referenced") },
      responses: {
        "200": answer(
          "The finished generation, or its event stream",
          ["CacheControl", "IdempotencyReplayed"],
          {
            ...json("Generation", "generation", "edited"),
            ...eventStream("succeededStream", "failedStream"),
          },
        ),
        "202": answer(
          "Accepted; ask GET /generations/{id}",
          ["CacheControl", "Location", "PreferenceApplied", "RetryAfter"],
          json("GenerationStatus", "queued"),
        ),
        ...problems(...EVERY_KIND),
      },
    },
  },
  "/generations/{id}": {
    parameters: [idParameter("The generation's id", "gen_5b1c")],
    ...readBy(["getGeneration", "headGeneration"], {
      tags: ["generations"],
      summary: "The state of a run, and its result or problem once ended",
      description:
        "Optional (features.runs). Kept for 24 hours. As an event stream: a snapshot, then live. The snapshot is started, then prompt and stage where the run came that far.",
      responses: {
        "200": answer("The state", ["CacheControl", "RetryAfter"], {
          ...json("GenerationStatus", "running", "succeeded", "failed", "cancelledRun"),
          ...eventStream("followedStream"),
        }),
        ...problems("unauthorized", "forbidden", "not_found", "internal"),
      },
    }),
    delete: {
      operationId: "cancelGeneration",
      tags: ["generations"],
      summary: "Cancel a run",
      description:
        "Optional (features.runs). Idempotent; too late once the image bytes arrived, which the state then shows.",
      responses: {
        "200": answer(
          "The current state",
          ["CacheControl", "RetryAfter"],
          json("GenerationStatus", "cancelledRun", "succeeded"),
        ),
        ...problems("unauthorized", "forbidden", "not_found", "internal"),
      },
    },
  },
};

const uploadPaths = {
  "/attachments": {
    post: {
      operationId: "upload",
      tags: ["attachments"],
      summary: "Keep a picture that generations may refer to",
      description:
        "Optional (features.uploads). The body is the picture's bytes: PNG, JPEG or WebP by what they are, whatever Content-Type says. It is turned upright, its metadata is removed, and it is kept as PNG or as the JPEG it was. The same key answers the same picture. At most limits.maxUploadBytes and limits.maxPixels.",
      parameters: [uploadKeyParameter],
      requestBody: {
        required: true,
        content: binary("image/png", "image/jpeg", "image/webp", "application/octet-stream"),
      },
      responses: {
        "201": answer(
          "The picture as it is kept",
          ["CacheControl", "IdempotencyReplayed"],
          json("Upload", "upload"),
        ),
        ...problems(
          "unauthorized",
          "forbidden",
          "not_found",
          "idempotency_key_missing",
          "body_unreadable",
          "idempotency_mismatch",
          "attachment_deleted",
          "payload_too_large",
          "unsupported_media_type",
          "rate_limited",
          "storage_failed",
          "internal",
        ),
      },
    },
  },
};

const attachmentPaths = {
  ...uploadPaths,
  "/attachments/{id}": readBy(["getPicture", "headPicture"], {
    tags: ["attachments"],
    summary: "The reference form of imageUrl: a signed link that works without headers for a week",
    parameters: [
      idParameter("The attachment's id", "att_7f3a"),
      ...linkParameters,
      ifNoneMatch,
      ...rangeParameters,
    ],
    responses: {
      "200": answer("The picture", ["ETag", "CacheControl", "AcceptRanges", "ContentDisposition"], PICTURE),
      "206": answer(
        "The part that was asked for; of GET alone",
        ["ETag", "CacheControl", "ContentRange", "ContentDisposition"],
        PICTURE,
      ),
      "304": { description: "Not modified", headers: headers("ETag", "CacheControl") },
      "416": { description: "There is no such part", headers: headers("ContentRange") },
      ...problems("bad_signature", "not_found", "link_expired", "attachment_deleted", "internal"),
    },
  }),
  "/attachments/{id}/url": {
    post: {
      operationId: "refreshUrl",
      tags: ["attachments"],
      summary: "A fresh link",
      parameters: [idParameter("The attachment's id", "att_7f3a")],
      responses: {
        "200": answer("The link and when it ends", ["CacheControl"], json("RefreshedUrl", "freshLink")),
        ...problems("unauthorized", "forbidden", "not_found", "attachment_deleted", "internal"),
      },
    },
  },
};

/** The operations of the contract by path, in the order of the document. */
export const OPEN_API_PATHS = { ...catalogPaths, ...generationPaths, ...attachmentPaths };
