import { createImageNodeConfig } from "image-generation-node/contract";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createLazyClient } from "../../src/react/provider/createLazyClient.js";
import type * as clientModule from "../../src/react/provider/client/index.js";
import type { LateCode } from "./lateCode.js";
import { catalog } from "./samples.js";

const code = await vi.hoisted(async () => {
  const { createLateCode } = await import("./lateCode.js");
  return createLateCode(() => import("../../src/react/provider/client/index.js")) as LateCode<
    typeof clientModule
  >;
});
vi.mock("../../src/react/provider/clientCode.js", () => ({ clientCode: code }));

const request = { config: createImageNodeConfig({ prompt: { template: "A fox" } }), variables: {} };

/** Answers each request with nothing found, and counts them. */
function countRequests() {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (url: URL | string, init: RequestInit = {}) => {
    sent.push(`${init.method ?? "GET"} ${new URL(url, "http://page.example").pathname}`);
    return Response.json({ kind: "not_found", status: 404 }, { status: 404 });
  });
  return sent;
}

beforeEach(() => {
  code.forget();
  vi.unstubAllGlobals();
});

describe("a client whose code is not there yet", () => {
  it("sends each call once the code is there, in their order", async () => {
    const sent = countRequests();
    const client = createLazyClient({ baseUrl: "http://page.example/api" });
    expect(client.baseUrl).toBe("http://page.example/api");
    const calls = [
      client.catalog(),
      client.get("gen_1"),
      client.rejoin("gen_2", { stream: false }),
      client.cancel("gen_3"),
      client.refreshUrl("att_1"),
      client.previewPrompt(request),
      client.generate(request),
      client.generateMany([request], { concurrency: 1 }),
      client.upload(new Blob(["x"])),
    ];
    const ends = Promise.allSettled(calls);
    await Promise.resolve();
    expect(sent).toEqual([]);
    await code.arrive();
    await ends;
    expect(sent.slice(0, 2)).toEqual(["GET /api/catalog", "GET /api/generations/gen_1"]);
    expect(new Set(sent)).toEqual(
      new Set([
        "GET /api/catalog",
        "GET /api/generations/gen_1",
        "GET /api/generations/gen_2",
        "DELETE /api/generations/gen_3",
        "POST /api/attachments/att_1/url",
        "POST /api/prompts",
        "POST /api/generations",
        "POST /api/attachments",
      ]),
    );
    expect(code.fetches).toBe(1);
  });

  it("sends nothing for a call that was given up meanwhile", async () => {
    const sent = countRequests();
    const client = createLazyClient({ baseUrl: "http://page.example/api" });
    const end = new AbortController();
    const ended = client.generate(request, { signal: end.signal }).catch((error: unknown) => error);
    end.abort("given up");
    await code.arrive();
    expect(await ended).toBe("given up");
    expect(sent).toEqual([]);
  });

  it("refuses a call while the code can't be fetched, and sends the next one", async () => {
    const sent = countRequests();
    const client = createLazyClient({ baseUrl: "http://page.example/api" });
    const refused = client.catalog().catch((error: unknown) => error);
    await code.fail();
    expect(await refused).toMatchObject({
      kind: "network",
      reason: "code",
      charged: false,
      outcome: "known",
    });
    const next = client.catalog().catch((error: unknown) => error);
    await code.arrive();
    expect(await next).toMatchObject({ kind: "not_found" });
    expect(sent).toEqual(["GET /api/catalog"]);
  });

  it("stays one client, which remembers what its catalog said", async () => {
    const sent: string[] = [];
    vi.stubGlobal("fetch", async (_url: URL, { method = "GET" }: RequestInit = {}) => {
      sent.push(method);
      return Response.json({ ...catalog, features: { ...catalog.features, runs: false } });
    });
    const client = createLazyClient({ baseUrl: "http://page.example/api" });
    const read = client.catalog();
    await code.arrive();
    await read;
    await expect(client.cancel("gen_1")).rejects.toMatchObject({ kind: "unsupported" });
    expect(sent).toEqual(["GET"]);
  });

  it("answers with the catalog that it was given", async () => {
    const sent = countRequests();
    const client = createLazyClient({ baseUrl: "http://page.example/api", catalog });
    const read = client.catalog();
    await code.arrive();
    expect(await read).toBe(catalog);
    expect(sent).toEqual([]);
  });
});
