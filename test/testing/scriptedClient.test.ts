import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import { createScriptedBackend, fixtures, inProcessFetch } from "image-generation-node/testing";
import type { Script, WireErrorKind } from "image-generation-node/testing";

function start(script: Script) {
  const backend = createScriptedBackend(script);
  const client = (maxRetries: number) =>
    createClient({ baseUrl: "http://localhost/api", fetch: inProcessFetch(backend.handler), maxRetries });
  const posts = () => backend.requests.filter(({ operation }) => operation === "generations");
  return { ...backend, client, posts };
}

const failure = async (promise: Promise<unknown>): Promise<ImageNodeError> => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (!ImageNodeError.isInstance(error)) throw new Error(`Expected an ImageNodeError, got ${String(error)}`);
  return error;
};

const kinds = (Object.keys(fixtures.problems) as WireErrorKind[]).filter(
  (kind) => kind !== "idempotency_in_progress",
);

describe("the client on a scripted back end", () => {
  it("reads the catalog, streams a generation and previews a prompt", async () => {
    const { client } = start({ runs: { partialImages: 1 } });
    const events: string[] = [];
    const generation = await client(0).generate(fixtures.request, {
      onEvent: ({ event }) => void events.push(event),
    });
    expect(generation.output.aspectRatio).toBe("square");
    expect(events).toContain("partial_image");
    expect((await client(0).catalog()).imageModels).toHaveLength(4);
    expect((await client(0).previewPrompt(fixtures.request)).stages.resolved).toBe(generation.output.prompt);
  });

  it.each(kinds)("says %s as the script does", async (kind) => {
    const { client } = start({ runs: { end: kind } });
    const error = await failure(client(0).generate(fixtures.request));
    expect([error.kind, error.status]).toEqual([kind, fixtures.problems[kind].status]);
  });

  it.each(["cut", "no_terminal_event", "empty", "not_json", "bad_gateway", "network"] as const)(
    "finds its picture after %s with the same key and the same bytes",
    async (transport) => {
      const { client, posts } = start({ runs: { transport } });
      expect((await client(2).generate(fixtures.request)).status).toBe("succeeded");
      expect(posts().length).toBeGreaterThan(1);
      expect(new Set(posts().map(({ idempotencyKey, text }) => `${idempotencyKey} ${text}`)).size).toBe(1);
    },
    20_000,
  );

  it("does not ask again for an answer that breaks the contract", async () => {
    const { client, posts } = start({ runs: { transport: "contract_violation" } });
    expect((await failure(client(2).generate(fixtures.request))).kind).toBe("contract_violation");
    expect(posts()).toHaveLength(1);
  });

  it("rejoins a run that was accepted, and cancels one that never ends", async () => {
    const { client, requests } = start({ runs: [{ stageMs: 20 }, { end: "never" }] });
    const first = await client(0).generate(fixtures.request, { respondAsync: true, stream: false });
    expect(first.id).toBe("gen_1");
    let id = "";
    const second = client(0).generate(fixtures.request, {
      onEvent: (event) => {
        if (event.event === "started") id = event.data.id;
      },
    });
    await expect.poll(() => id).toBe("gen_2");
    await client(0).cancel(id);
    expect((await failure(second)).kind).toBe("cancelled");
    expect(requests.filter(({ method }) => method === "DELETE")).toHaveLength(1);
  });
});
