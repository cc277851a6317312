import { CONTRACT_HEADER } from "./contractVersion.js";
import { ERROR_KINDS } from "./errorKinds.js";
import type { OPEN_API_EXAMPLES } from "./openApiExamples.js";

// The pieces that the operations of the OpenAPI document are put together from.
type ExampleName = keyof typeof OPEN_API_EXAMPLES;
type HeaderName = keyof typeof HEADERS;
type Kind = keyof typeof ERROR_KINDS;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const examples = (names: readonly string[]) => ({
  examples: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }])),
});
export const json = (schema: string, ...names: readonly ExampleName[]) => ({
  "application/json": { schema: ref(schema), ...examples(names) },
});

/** Headers of answers by the name of their component: name, meaning, an example, and what a schema can say of the value. */
export const HEADERS = {
  ContractVersion: [CONTRACT_HEADER, "The version of the contract.", "1", { const: "1" }],
  CacheControl: [
    "Cache-Control",
    "private, no-cache for the catalog; no-store for generations and refusals.",
    "no-store",
    {},
  ],
  ETag: ["ETag", "Entity tag, for If-None-Match.", '"5f3c9a"', {}],
  IdempotencyReplayed: [
    "Idempotency-Replayed",
    "true where the run of this key had ended before: the answer is a replay, with a fresh link.",
    "true",
    { const: "true" },
  ],
  RetryAfter: ["Retry-After", "Seconds to wait before asking again.", "1", { pattern: "^[0-9]+$" }],
  Location: [
    "Location",
    "Address of the run: GET /generations/{id}.",
    "https://images.example.com/generations/gen_5b1c",
    {},
  ],
  PreferenceApplied: ["Preference-Applied", "respond-async where the answer is 202.", "respond-async", {}],
  Allow: ["Allow", "Methods that the operation takes.", "GET, HEAD", {}],
  AcceptRanges: ["Accept-Ranges", "bytes where parts can be asked for.", "bytes", {}],
  ContentRange: ["Content-Range", "Part of the picture that is answered.", "bytes 0-1023/250000", {}],
  ContentDisposition: [
    "Content-Disposition",
    "inline, with the picture's file name.",
    'inline; filename="att_7f3a.png"',
    {},
  ],
} as const;

export const headers = (...names: readonly HeaderName[]) =>
  Object.fromEntries(
    (["ContractVersion", ...names] as const).map((name) => [
      HEADERS[name][0],
      { $ref: `#/components/headers/${name}` },
    ]),
  );

export const answer = (description: string, names: readonly HeaderName[], content: object) => ({
  description,
  headers: headers(...names),
  content,
});

/** The same answers without their bodies, for HEAD. */
export const withoutBodies = (responses: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const { content: _body, ...rest } = response as { content?: unknown };
      return [status, rest];
    }),
  );

const parameter = (name: string, place: string, required: boolean, description: string, example: string) => ({
  name,
  in: place,
  required,
  description,
  schema: { type: "string" },
  example,
});
export const idParameter = (what: string, example: string) => parameter("id", "path", true, what, example);
export const linkParameters = [
  parameter("exp", "query", true, "The end of the link, in seconds since 1970.", "1796549519"),
  parameter("kid", "query", true, "The id of the secret that signed it.", "k1"),
  parameter("sig", "query", true, "The signature.", "Zm94"),
];
export const ifNoneMatch = parameter(
  "If-None-Match",
  "header",
  false,
  "The ETag of an earlier answer: 304 where it still holds.",
  '"5f3c9a"',
);
export const rangeParameters = [
  parameter("Range", "header", false, "The part to answer.", "bytes=0-1023"),
  parameter(
    "If-Range",
    "header",
    false,
    "The ETag that the part must be of; else all is answered.",
    '"5f3c9a"',
  ),
];
export const keyParameter = {
  ...parameter(
    "Idempotency-Key",
    "header",
    true,
    "One key per intent, 1–255 of [A-Za-z0-9._~-]. The same key with the same bytes is the same run: a finished answer is replayed for 24 hours with a freshly signed link (Idempotency-Replayed: true); the key is freed only when no image was charged.",
    "4b0d6c1e-2f0b-4f43-9c55-1f2f7d0f6a7e",
  ),
  schema: { type: "string", pattern: '^"?[A-Za-z0-9._~-]{1,255}"?$' },
};
export const uploadKeyParameter = {
  ...keyParameter,
  description:
    "One key per picture, 1–255 of [A-Za-z0-9._~-]. The same key with the same bytes answers the same picture; with other bytes it is idempotency_mismatch.",
};
export const preferParameter = parameter(
  "Prefer",
  "header",
  false,
  "respond-async: answer 202 at once, where the catalog's features.runs is true.",
  "respond-async",
);

export const eventStream = (...names: readonly ExampleName[]) => ({
  "text/event-stream": {
    schema: {
      type: "string",
      description:
        "Each event is one of StreamEvent: its name in the field event, its data as JSON on one line of the field data. Events started, stage, prompt, partial_image, then exactly one result (the 200 body) or error (a problem). Comment lines every 10 seconds. A stream without its last event is an unknown outcome: ask again with the same key.",
      contentMediaType: "text/event-stream",
      contentSchema: { type: "array", items: ref("StreamEvent") },
    },
    ...examples(names),
  },
});

/** The refusals of an operation, a response for each status, with an example of each kind. */
export function problems(...kinds: readonly Kind[]): Record<string, object> {
  const byStatus = new Map<number, Kind[]>();
  for (const kind of kinds) {
    const { status } = ERROR_KINDS[kind];
    if (status !== null) byStatus.set(status, [...(byStatus.get(status) ?? []), kind]);
  }
  const responses: Record<string, object> = {};
  for (const [status, names] of byStatus) {
    const more: readonly HeaderName[] =
      status === 405 ? ["Allow"] : MAY_WAIT.has(status) ? ["RetryAfter"] : [];
    responses[String(status)] = answer(`Kinds: ${names.join(", ")}`, ["CacheControl", ...more], {
      "application/problem+json": { schema: ref("Problem"), ...examples(names) },
    });
  }
  return responses;
}

/** Statuses whose refusals may say when to ask again. */
const MAY_WAIT: ReadonlySet<number> = new Set([409, 429, 500, 502, 503, 504]);
