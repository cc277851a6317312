import { describe, expect, it } from "vitest";
import { catalogSchema } from "image-generation-node/contract";
import { conformanceCases, fixtures, inProcessFetch } from "image-generation-node/testing";
import type { ConformanceContext } from "image-generation-node/testing";
import type { ImageNodeHandlerOptions } from "image-generation-node/server";
import { BASE, createImage, createTestBackend } from "../server/testBackend.js";

const model = { generate: () => createImage(64, 64) };
type Handler = (request: Request) => Promise<Response>;

/** A back end that takes pictures in, as a host may have broken it. */
function contextOf(spoil: (handler: Handler) => Handler, options: Partial<ImageNodeHandlerOptions> = {}) {
  const imageModels = {
    taker: { model, references: { max: 2 } },
    plain: { model },
    editor: { model, references: { max: 3, min: 1 } },
  };
  const { handler } = createTestBackend({
    imageModels,
    references: { maxUploadBytes: 100_000 },
    ...options,
  });
  return {
    baseUrl: BASE,
    fetch: inProcessFetch(spoil(handler)),
    headers: { "X-Scope": "one" },
    otherScopeHeaders: { "X-Scope": "two" },
  } satisfies ConformanceContext;
}

const cases = conformanceCases().filter(
  ({ needs }) => needs.includes("references") || needs.includes("uploads"),
);

async function failuresOf(context: ConformanceContext): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of cases) {
    await run(context).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
  }
  return failed;
}

const isUpload = (request: Request) => new URL(request.url).pathname.endsWith("/attachments");

/** Answers a request that was changed. */
const asking =
  (change: (request: Request) => Promise<Request> | Request) =>
  (handler: Handler) =>
  async (request: Request) =>
    handler(await change(request));

/** Changes the configuration of generations. */
const configuring = (change: (config: Record<string, unknown>) => void) =>
  asking(async (request) => {
    if (!request.url.endsWith("/generations")) return request;
    const value = (await request.json()) as { config: Record<string, unknown> };
    change(value.config);
    return new Request(request.url, {
      method: "POST",
      headers: request.headers,
      body: JSON.stringify(value),
    });
  });

/** Changes the answers as JSON. */
const answering =
  (change: (value: Record<string, unknown>) => void) => (handler: Handler) => async (request: Request) => {
    const response = await handler(request);
    if (response.headers.get("Content-Type") !== "application/json") return response;
    const value = (await response.json()) as Record<string, unknown>;
    change(value);
    return new Response(JSON.stringify(value), { status: response.status, headers: response.headers });
  };

describe("the cases of references and uploads", () => {
  it("are twelve at least, and each is met by our handler", async () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
    expect(await failuresOf(contextOf((handler) => handler))).toEqual([]);
  });

  it("are asked only where the catalog offers them", () => {
    const needed = (catalog: typeof fixtures.catalog) =>
      new Set(conformanceCases({ catalog, otherScope: true }).flatMap(({ needs }) => needs));
    expect([...needed(fixtures.catalog)]).not.toContain("references");
    expect([...needed(fixtures.catalog)]).not.toContain("uploads");
    const references = { max: 1, mimeTypes: ["image/png"], maxBytes: 1_000_000 };
    const offered = catalogSchema.parse({
      ...fixtures.catalog,
      imageModels: fixtures.catalog.imageModels.map((each) => ({ ...each, references })),
      features: { ...fixtures.catalog.features, uploads: true },
    });
    expect([...needed(offered)]).toEqual(expect.arrayContaining(["references", "uploads"]));
  });

  it("are not applicable to a back end that offers neither", async () => {
    const context = contextOf((handler) => handler, { references: undefined });
    const failed = await failuresOf(context);
    expect(failed.filter((each) => !each.includes("NotApplicable"))).toEqual([]);
    expect(failed).toHaveLength(cases.length);
  });

  it.each<[string, (handler: Handler) => Handler, RegExp]>([
    [
      "drops references in silence",
      configuring((config) => delete config["references"]),
      /more pictures than the model takes/,
    ],
    [
      "draws without the picture that a model needs",
      configuring((config) => {
        if (config["imageModel"] === "editor") config["imageModel"] = "plain";
      }),
      /fewer pictures than the model needs/,
    ],
    ["names no pictures", answering((value) => delete value["references"]), /names the pictures that it got/],
    [
      "puts the pictures into the output",
      answering((value) => {
        if (value["output"]) Object.assign(value["output"], { references: value["references"] });
      }),
      /beside its output/,
    ],
    [
      "makes a new picture for each repeat",
      asking((request) => {
        if (!isUpload(request) || !request.headers.has("Idempotency-Key")) return request;
        const copy = new Request(request);
        copy.headers.set("Idempotency-Key", crypto.randomUUID());
        return copy;
      }),
      /key answers the same picture again/,
    ],
    [
      "takes keys for granted",
      asking((request) => {
        if (!isUpload(request)) return request;
        const copy = new Request(request);
        if (!copy.headers.has("Idempotency-Key")) copy.headers.set("Idempotency-Key", crypto.randomUUID());
        return copy;
      }),
      /upload without a key is refused/,
    ],
    [
      "shares pictures between workspaces",
      asking((request) => {
        const copy = new Request(request);
        copy.headers.set("X-Scope", "one");
        return copy;
      }),
      /picture of another workspace is refused/,
    ],
    [
      "believes the Content-Type",
      (handler) => async (request) =>
        isUpload(request) && request.headers.get("Content-Type") !== "image/png"
          ? new Response(null, { status: 415 })
          : handler(request),
      /judged by its bytes/,
    ],
    ["warns of nothing", answering((value) => delete value["warnings"]), /is no picture, with a warning/],
    [
      "says nothing of places",
      (handler) => async (request) => {
        const response = await handler(request);
        if (!response.headers.get("Content-Type")?.includes("problem")) return response;
        const { errors: _errors, ...rest } = (await response.json()) as Record<string, unknown>;
        return new Response(JSON.stringify(rest), { status: response.status, headers: response.headers });
      },
      /refuses a variable that leads to a number/,
    ],
  ])("fail on a back end that %s", async (_name, spoil, words) => {
    expect((await failuresOf(contextOf(spoil))).join("\n")).toMatch(words);
  });
});
