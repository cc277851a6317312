import { CONTRACT_HEADER } from "./contractVersion.js";
import { ERROR_KINDS } from "./errorKinds.js";
import { OPEN_API_EXAMPLES } from "./openApiExamples.js";

// The pieces that the operations of the OpenAPI document are put together from.
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const media = (name: string) => ({ schema: ref(name), ...examplesOf(name) });
export const json = (name: string) => ({ "application/json": media(name) });
export const versionHeader = { [CONTRACT_HEADER]: { $ref: "#/components/headers/ContractVersion" } };
export const answer = (description: string, name: string) => ({
  description,
  headers: versionHeader,
  content: json(name),
});
export const idParameter = (what: string) => ({
  name: "id",
  in: "path",
  required: true,
  description: what,
  schema: { type: "string" },
});

export const keyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "One key per intent, 1–255 of [A-Za-z0-9._~-]. The same key with the same bytes is the same run: a finished answer is replayed for 24 hours with a freshly signed link (Idempotency-Replayed: true); the key is freed only when no image was charged.",
  schema: { type: "string", pattern: '^"?[A-Za-z0-9._~-]{1,255}"?$' },
};

export const preferParameter = {
  name: "Prefer",
  in: "header",
  required: false,
  description: "respond-async: answer 202 at once, where the catalog's features.runs is true.",
  schema: { type: "string" },
};

export const eventStream = {
  "text/event-stream": {
    schema: {
      type: "string",
      description:
        "Events started, stage, prompt, partial_image, then exactly one result (the 200 body) or error (a problem). Comment lines every 10 seconds. A stream without its last event is an unknown outcome: ask again with the same key.",
    },
  },
};

/** Examples of a schema; none for most. */
function examplesOf(name: string): object {
  const found = Object.entries(OPEN_API_EXAMPLES).find(([schema]) => schema === name);
  return found ? { examples: found[1] } : {};
}

/** The refusals of an operation, a response for each status. */
export function problems(...kinds: readonly (keyof typeof ERROR_KINDS)[]): Record<string, unknown> {
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
      content: {
        "application/problem+json": names.includes("invalid_request")
          ? media("Problem")
          : { schema: ref("Problem") },
      },
    };
  }
  return responses;
}
