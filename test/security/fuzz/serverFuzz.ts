import fc from "fast-check";
import { createImageNodeConfig, generationSchema, problemSchema } from "image-generation-node/contract";
import { createImageNodeHandler, memoryRunStore, memoryStorage } from "image-generation-node/server";
import { createPng } from "image-generation-node/testing";
import { anyJson, createFuzz, hold } from "./Fuzz.js";
import type { Fuzz } from "./Fuzz.js";
import { anyTemplate } from "./templateFuzz.js";

const BASE = "https://example.test/api/image-node";
const PATHS = [
  "/catalog",
  "/prompts",
  "/generations",
  "/generations/gen_1",
  "/attachments/att_1",
  "/attachments/att_1/url",
  "/openapi.json",
];
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const picture = createPng({ width: 8, height: 8 });

function createBackend() {
  let drawn = 0;
  const handler = createImageNodeHandler({
    imageModels: {
      "test/painter": {
        model: {
          generate: async () => {
            drawn += 1;
            return picture;
          },
        },
      },
    },
    promptModels: { "test/writer": { model: { write: async () => "A red fox" } } },
    storage: memoryStorage(),
    runs: memoryRunStore(),
    signingSecret: { k1: "a secret for the fuzz only, 32 characters" },
    authorize: ({ headers }) =>
      headers.get("Authorization") === "Bearer none" ? null : { scope: "workspace", subject: "user" },
    publicUrl: BASE,
    toPng: async (bytes) => bytes,
    hooks: { onError: () => undefined },
  });
  return { handler, drawn: () => drawn };
}

async function checkAnswer(response: Response): Promise<void> {
  hold(response.status < 500, `the server does not fail (${response.status})`);
  hold(
    response.headers.get("Image-Generation-Contract") === "1",
    "the answer carries the contract's version",
  );
  hold(response.headers.get("X-Content-Type-Options") === "nosniff", "the answer is not sniffed");
  if (response.status < 400) return;
  const text = await response.text();
  if (text === "") return;
  hold(problemSchema.safeParse(JSON.parse(text)).success, "a refusal is a problem document");
}

const anyConfig = fc.record({
  version: fc.constant(1),
  prompt: fc.record({
    mode: fc.constantFrom("manual", "prompt_ai", "auto"),
    template: anyTemplate,
    instructions: anyTemplate,
  }),
  imageModel: fc.oneof(fc.constant(null), anyTemplate),
  promptModel: fc.constant(null),
  aspectRatio: fc.constantFrom("square", "landscape", "portrait"),
  style: fc.oneof(fc.constant("auto"), anyTemplate),
});

/** What must hold of the back end for any request and any link. */
export function serverFuzz(): readonly Fuzz[] {
  const { handler, drawn } = createBackend();
  let linked: Promise<URL> | undefined;
  const link = () => (linked ??= makeLink(handler));
  return [
    createFuzz(
      "any method, path, header and body is answered",
      fc.record({
        method: fc.constantFrom("GET", "HEAD", "POST", "DELETE", "PUT", "PATCH", "OPTIONS"),
        path: fc.oneof(fc.constantFrom(...PATHS), fc.webPath(), anyTemplate.map(encodePath)),
        query: fc.webQueryParameters(),
        headers: fc.record(
          {
            Authorization: fc.constantFrom("Bearer none", "Bearer some", ""),
            Accept: fc.constantFrom("text/event-stream", "application/json", "image/*;q=0", ",,;q=x"),
            "Content-Type": fc.constantFrom("application/json", "text/plain", "multipart/form-data", "x"),
            "Idempotency-Key": fc.stringMatching(/^[ -~]{0,300}$/),
            Origin: fc.constantFrom("https://example.test", "https://elsewhere.test", "null", "x"),
            Range: fc.stringMatching(/^bytes=[\d, -]{0,20}$/),
            Prefer: fc.constantFrom("respond-async", "wait=1", ""),
            "If-None-Match": fc.constantFrom("*", '"x"', "x"),
          },
          { requiredKeys: [] },
        ),
        body: fc.oneof(
          anyJson.map((value) => JSON.stringify(value)),
          fc.string({ unit: "binary" }),
        ),
      }),
      async ({ method, path, query, headers, body }) => {
        const url = `${BASE}${path}?${query}`;
        if (!URL.canParse(url)) return;
        const bare = method === "GET" || method === "HEAD";
        const request = new Request(url, { method, headers, ...(bare ? {} : { body }) });
        const before = drawn();
        const response = await handler(request);
        await checkAnswer(response);
        if (response.status >= 400) hold(drawn() === before, "a refusal drew nothing");
      },
    ),
    createFuzz(
      "a nearly right generation is drawn by the contract or refused without a charge",
      fc.record(
        { config: anyConfig, variables: anyJson, input: anyJson, context: anyJson },
        { requiredKeys: ["config"] },
      ),
      async (body) => {
        const before = drawn();
        const response = await handler(
          new Request(`${BASE}/generations`, {
            method: "POST",
            headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
            body: JSON.stringify(body),
          }),
        );
        const answer: unknown = await response.clone().json();
        if (response.status === 200) {
          hold(generationSchema.safeParse(answer).success, "the answer is a generation");
          return;
        }
        await checkAnswer(response);
        hold(drawn() === before, "a refusal drew nothing");
        hold((answer as { charged?: unknown }).charged === false, "a refusal says that it was not charged");
      },
    ),
    createFuzz(
      "a link with one character changed opens nothing",
      fc.record({
        part: fc.constantFrom("id", "exp", "kid", "sig"),
        at: fc.nat(60),
        by: fc.constantFrom(...ALPHABET),
      }),
      async ({ part, at, by }) => {
        const url = new URL(await link());
        const value =
          part === "id" ? (url.pathname.split("/").at(-1) ?? "") : (url.searchParams.get(part) ?? "");
        const place = at % value.length;
        const changed = value.slice(0, place) + by + value.slice(place + 1);
        if (changed === value) return;
        if (part === "id") url.pathname = url.pathname.replace(value, changed);
        else url.searchParams.set(part, changed);
        const { status } = await handler(new Request(url));
        hold(status === 403 || status === 410, `it is refused (${status})`);
      },
    ),
    createFuzz(
      "a link with any other query opens nothing",
      fc.array(
        fc.tuple(
          fc.constantFrom("exp", "kid", "sig", "x"),
          fc.oneof(fc.string(), fc.constantFrom("k1", "9999999999")),
        ),
        { maxLength: 6 },
      ),
      async (members) => {
        const url = new URL(await link());
        url.search = new URLSearchParams(members).toString();
        hold((await handler(new Request(url))).status === 403, "it is refused");
      },
    ),
    createFuzz("the right link opens the picture", fc.constant(null), async () => {
      hold((await handler(new Request(await link()))).status === 200, "it is served");
    }),
  ];
}

async function makeLink(handler: (request: Request) => Promise<Response>): Promise<URL> {
  const response = await handler(
    new Request(`${BASE}/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      body: JSON.stringify({
        config: createImageNodeConfig({ prompt: { template: "A lamp" } }),
        variables: {},
      }),
    }),
  );
  return new URL(generationSchema.parse(await response.json()).output.imageUrl);
}

/** As a caller would send it; a lone surrogate has no encoding and becomes U+FFFD. */
function encodePath(text: string): string {
  return `/${encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text)))}`;
}
