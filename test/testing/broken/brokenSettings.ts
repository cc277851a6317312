import { broken } from "./brokenBackend.js";
import type { BrokenBackend } from "./brokenBackend.js";
import { answers, bodies, json, requests, streams, withHeader } from "../spoil.js";
import type { Json } from "../spoil.js";

type Change = (settings: Json) => Json;

/** Changes the settings of bodies on their way in. */
const sent = (change: Change) =>
  bodies((text) => {
    if (!text.includes('"settings":')) return text;
    const body = JSON.parse(text) as { config?: { settings?: Json } };
    if (!body.config?.settings || Array.isArray(body.config.settings)) return text;
    return JSON.stringify({ ...body, config: { ...body.config, settings: change(body.config.settings) } });
  });

/** Changes each setting with a name on its way in, or leaves it out. */
const each = (change: (value: unknown, name: string) => unknown) =>
  sent((settings) =>
    Object.fromEntries(
      Object.entries(settings).flatMap(([name, value]) => {
        const changed = change(value, name);
        return changed === undefined ? [] : [[name, changed]];
      }),
    ),
  );

const clamp = (value: unknown, from: number, to: number) =>
  typeof value === "number" ? Math.min(to, Math.max(from, value)) : value;

/** Changes each image model's member of the catalog. */
const inModels = (change: (model: Json) => Json) =>
  json((body) =>
    body.imageModels ? { ...body, imageModels: (body.imageModels as Json[]).map(change) } : body,
  );
const inSettings = (change: (settings: { properties: Record<string, Json>; order?: unknown }) => Json) =>
  inModels((model) =>
    model.settings
      ? { ...model, settings: change(model.settings as { properties: Record<string, Json> }) }
      : model,
  );

/** Faults that answer a setting instead of refusing it, and what each lets through. */
const lenient: readonly [fault: string, what: string, spoil: ReturnType<typeof sent>][] = [
  [
    "converts a setting's value",
    "a setting's value of another type",
    each((value) => (value === 1 ? "low" : value)),
  ],
  ["takes null for no setting", "a setting that is null", each((value) => value ?? undefined)],
  [
    "takes the default for a value that it does not know",
    "a setting's value that is not offered",
    each((value) => (value === "conformance/no-such-value" ? "medium" : value)),
  ],
  [
    "lifts a number to its minimum",
    "a setting below its minimum",
    each((value) => clamp(value, 0, Infinity)),
  ],
  [
    "lowers a number to its maximum",
    "a setting above its maximum",
    each((value) => clamp(value, -Infinity, 9999)),
  ],
  [
    "rounds a fraction",
    "a fraction for an integer setting",
    each((value, name) => (name === "seed" && typeof value === "number" ? Math.round(value) : value)),
  ],
  [
    "rounds to a step",
    "a setting between two of its steps",
    each((value, name) =>
      name === "guidance" && typeof value === "number" ? Math.round(value * 2) / 2 : value,
    ),
  ],
  [
    "cuts a text",
    "a setting's text above its length",
    each((value) => (typeof value === "string" ? value.slice(0, 200) : value)),
  ],
  [
    "drops a setting that it does not know",
    "a setting that no model has",
    each((value, name) => (name.startsWith("conformance_") ? undefined : value)),
  ],
  [
    "loses the setting __proto__ on the way",
    "a setting with the name __proto__",
    each((value, name) => (name === "__proto__" ? undefined : value)),
  ],
  [
    "knows the setting constructor by inheritance",
    "a setting with the name constructor",
    each((value, name) => (name === "constructor" ? undefined : value)),
  ],
  [
    "takes a list for settings",
    "settings that are no object",
    bodies((text) => text.replace('"settings":["high"]', '"settings":{}')),
  ],
];

/** Settings of models: what the catalog offers, what is refused, what is answered. */
export const brokenSettings: readonly BrokenBackend[] = [
  broken(
    "orders a setting that it does not describe",
    "the settings of the catalog are well formed",
    inSettings((settings) => ({ ...settings, order: ["quality", "sharpness"] })),
  ),
  broken(
    "offers numbers to choose from",
    "the settings of the catalog are well formed",
    inSettings(({ properties, ...rest }) => ({
      ...rest,
      properties: { ...properties, steps: { type: "string", enum: [10, 20] } },
    })),
  ),
  broken(
    "has bounds the wrong way round",
    "the settings of the catalog are well formed",
    inSettings(({ properties, ...rest }) => ({
      ...rest,
      properties: { ...properties, steps: { type: "integer", minimum: 2, maximum: 1 } },
    })),
  ),
  broken(
    "has a default that its setting does not take",
    "the defaults of the catalog's settings fit them",
    inSettings(({ properties, ...rest }) => ({
      ...rest,
      properties: { ...properties, seed: { type: "integer", minimum: 0, default: -1 } },
    })),
  ),
  broken(
    "has a price for a value that no setting takes",
    "the prices of the catalog name settings that are offered, and values that they take",
    inModels((model) => ({
      ...model,
      price: [{ when: { quality: "ultra" }, currency: "USD", min: 1, max: 1 }],
    })),
  ),
  ...lenient.flatMap(([fault, what, spoil]) =>
    ["generations", "prompts"].map((operation) =>
      broken(`${fault} (/${operation})`, `POST /${operation} refuses ${what} as invalid_request`, spoil),
    ),
  ),
  broken(
    "does not say which setting was refused",
    "POST /generations refuses a setting that no model has as invalid_request",
    json((body) =>
      body.errors ? { ...body, errors: [{ pointer: "#/config", code: "invalid_value" }] } : body,
    ),
  ),
  broken(
    "answers another value than was sent",
    "settings in the answer hold what was sent",
    json((body) =>
      body.settings ? { ...body, settings: { ...(body.settings as Json), quality: "high" } } : body,
    ),
  ),
  broken(
    "does not answer defaults",
    "settings in the answer hold the defaults of those that were left out",
    json((body) => (body.settings ? { ...body, settings: { quality: "low", seed: 0 } } : body)),
  ),
  broken(
    "puts the settings into output",
    "settings stand beside output, never in it",
    json((body) =>
      body.output ? { ...body, output: { ...(body.output as Json), settings: body.settings } } : body,
    ),
  ),
  broken(
    "forgets the settings of a replay",
    "a replay has the settings of the first answer",
    answers(async (response) => {
      if (response.headers.get("Idempotency-Replayed") !== "true") return response;
      const { settings: _settings, ...body } = (await response.json()) as Json;
      return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
    }),
  ),
  broken(
    "draws again for other settings under a key",
    "other settings under a key are idempotency_mismatch",
    requests(async (request) => {
      if (request.method !== "POST") return request;
      const { url, method, headers } = request;
      const body = await request.text();
      const isBare = url.endsWith("/generations") && !body.includes('"settings"');
      const plain = new Request(url, { method, headers, body });
      return isBare ? withHeader(plain, "Idempotency-Key", crypto.randomUUID()) : plain;
    }),
  ),
  broken(
    "leaves a setting unused without a word",
    "a setting that only another model has is not used, and a warning says so",
    json((body) => (body.warnings ? { ...body, warnings: [] } : body)),
  ),
  broken(
    "answers a setting that it did not use",
    "a setting that only another model has is not used, and a warning says so",
    json((body) => (body.settings ? { ...body, settings: { ...(body.settings as Json), steps: 1 } } : body)),
  ),
  broken(
    "charges what it refuses",
    "a setting that was refused was not charged",
    json((body) => ("kind" in body ? { ...body, charged: null } : body)),
  ),
  broken(
    "draws before it judges settings",
    "a setting that was refused reaches no model",
    () => (good) => async (request) => {
      const text = await request.clone().text();
      if (text.includes("conformance_no_such_setting")) {
        const body = text.replace('"conformance_no_such_setting":1', "");
        const { url, method, headers } = withHeader(request, "Idempotency-Key", crypto.randomUUID());
        await good(new Request(url, { method, headers, body }));
      }
      return good(request);
    },
  ),
  broken(
    "leaves settings out of the stream",
    "the result event of a stream has the settings",
    streams((text) => text.replace(/"settings":\{[^}]*\},/, "")),
  ),
  broken(
    "leaves settings out of the run's state",
    "the state of a run shows the settings",
    json((body, request) => {
      const { settings: _settings, ...rest } = body;
      return request.method === "GET" ? rest : body;
    }),
  ),
];
