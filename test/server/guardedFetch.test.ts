import { MockImageModelV3, MockImageModelV4 } from "ai/test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createGuardedFetch } from "image-generation-node/server";
import type { ImageModelEntry } from "image-generation-node/server";
import { listen } from "../../src/cli/listen.js";
import type { Listening } from "../../src/cli/listen.js";
import { isPublicHost } from "../../src/server/models/isPublicHost.js";
import { resolveHost } from "../../src/server/models/resolveHost.node.js";
import { body, createTestBackend, createImage } from "./testBackend.js";

let server: Listening;
const seen: string[] = [];

beforeAll(async () => {
  const png = await createImage(16, 16);
  server = await listen(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    seen.push(`${request.method} ${pathname} ${request.headers.get("Authorization") ?? "-"}`);
    if (pathname === "/redirect") return Response.redirect(searchParams.get("to") ?? "", 302);
    if (pathname === "/endless") return Response.redirect(request.url, 302);
    return new Response(new Uint8Array(png));
  });
});
afterAll(() => server.close());

const trusting = (more = {}) => createGuardedFetch({ trustedOrigins: [server.origin], ...more });
const REFUSED = { kind: "bad_image", charged: null };

describe("isPublicHost", () => {
  it.each([
    "localhost",
    "a.localhost",
    "printer",
    "db.internal",
    "printer.local",
    "localhost.",
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:7f00:1]",
    "[fd00::1]",
    "[fe80::1]",
    "[ff02::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "168.63.129.16",
    "192.88.99.1",
    "[3fff::1]",
  ])("refuses %s", (host) => expect(isPublicHost(host)).toBe(false));

  it.each(["example.com", "v3.fal.media", "8.8.8.8", "172.32.0.1", "100.128.0.1", "[2606:4700::1111]"])(
    "lets %s through",
    (host) => expect(isPublicHost(host)).toBe(true),
  );

  it.each(["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/"])(
    "is not fooled by the spelling %s",
    (url) => expect(isPublicHost(new URL(url).hostname)).toBe(false),
  );
});

describe("createGuardedFetch", () => {
  it.each([
    ["a loopback address", () => `${server.origin}/picture`],
    ["https to a loopback address", () => server.origin.replace("http:", "https:")],
    ["a file", () => "file:///etc/hostname"],
    ["data", () => "data:image/png;base64,AA=="],
  ])("does not follow %s", async (_, url) => {
    const before = seen.length;
    await expect(createGuardedFetch()(url())).rejects.toMatchObject(REFUSED);
    expect(seen).toHaveLength(before);
  });

  it("does not follow a name that leads inside", async () => {
    const send = vi.fn(async () => new Response());
    const guarded = createGuardedFetch({ fetch: send, resolve: async () => ["8.8.8.8", "127.0.0.1"] });
    await expect(guarded("https://pictures.example.com/a.png")).rejects.toMatchObject(REFUSED);
    expect(send).not.toHaveBeenCalled();
    expect(await resolveHost("localhost")).toEqual(
      expect.arrayContaining([expect.stringMatching(/^127|^::1$/)]),
    );
  });

  it("does not follow http, not even to a public name", async () => {
    const send = vi.fn(async () => Response.redirect("http://pictures.example.com/a.png", 302));
    const guarded = createGuardedFetch({ fetch: send, resolve: async () => ["8.8.8.8"] });
    await expect(guarded("http://pictures.example.com/a.png")).rejects.toMatchObject(REFUSED);
    expect(send).not.toHaveBeenCalled();
    await expect(guarded("https://pictures.example.com/a.png")).rejects.toMatchObject(REFUSED);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("follows a public name", async () => {
    const send = vi.fn(async () => new Response("bytes"));
    const guarded = createGuardedFetch({ fetch: send, resolve: async () => ["8.8.8.8"] });
    expect(await (await guarded("https://pictures.example.com/a.png")).text()).toBe("bytes");
  });

  it("checks every redirect anew, and tells another origin no credentials", async () => {
    const inside = `${server.origin.replace("127.0.0.1", "localhost")}/picture`;
    const url = `${server.origin}/redirect?to=${encodeURIComponent(inside)}`;
    const headers = { Authorization: "Key secret" };
    await expect(trusting()(url, { headers })).rejects.toMatchObject(REFUSED);
    const both = trusting({ trustedOrigins: [server.origin, new URL(inside).origin] });
    expect((await both(url, { headers })).status).toBe(200);
    expect(seen.slice(-2)).toEqual(["GET /redirect Key secret", "GET /picture -"]);
    await expect(trusting()(url, { method: "POST", body: "x" })).rejects.toMatchObject(REFUSED);
    await expect(trusting()(`${server.origin}/endless`)).rejects.toMatchObject(REFUSED);
  });

  it("counts the bytes of the answer", async () => {
    const response = await trusting({ maxBytes: 20 })(`${server.origin}/picture`);
    await expect(response.arrayBuffer()).rejects.toMatchObject(REFUSED);
  });
});

describe("a model that follows its provider's URLs", () => {
  /** As the SDK's providers are made: they keep their `fetch` in `config`. */
  function urlModel(provider: string, ownFetch: typeof fetch | undefined, url = `${server.origin}/picture`) {
    const model = new MockImageModelV3({
      provider,
      doGenerate: async () => {
        const response = await (ownFetch ?? fetch)(url);
        return {
          images: [new Uint8Array(await response.arrayBuffer())],
          warnings: [],
          response: { timestamp: new Date(), modelId: "mock", headers: {} },
        };
      },
    });
    return Object.assign(model, { config: { fetch: ownFetch } });
  }
  const build = (entry: ImageModelEntry) => createTestBackend({ imageModels: { "fal/flux": entry } });

  it.each(["v3", "v4"])(
    "by the specification %s needs a guarded fetch to be built, and is told why",
    (version) => {
      const model = (ownFetch: typeof fetch | undefined) =>
        Object.assign(urlModel("fal.image", ownFetch), { specificationVersion: version });
      const reason = /"fal\/flux" \(fal\.image\).*AI SDK 6.*createGuardedFetch/s;
      expect(() => build({ model: model(undefined) })).toThrow(reason);
      expect(() => build({ model: model(fetch) })).toThrow(reason);
      expect(() => build({ model: model(createGuardedFetch()) })).not.toThrow();
    },
  );

  it.each([
    ["answers without URLs", () => ({ model: urlModel("openai.image", undefined) })],
    ["is vouched for", () => ({ model: urlModel("fal.image", undefined), imageUrls: "guarded" as const })],
    [
      "is of the newer SDK and vouched for",
      () => ({ model: new MockImageModelV4({ provider: "fal.image" }), imageUrls: "none" as const }),
    ],
  ])("is built when it %s", (_, entry) => expect(() => build(entry())).not.toThrow());

  it("of one workspace only is refused when it is asked for, and the host hears why", async () => {
    const onError = vi.fn();
    const imageModels = () => ({ "fal/flux": { model: urlModel("fal.image", undefined) } });
    const backend = createTestBackend({ imageModels, hooks: { onError } });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({ kind: "provider_misconfigured", charged: false });
    const message = expect.stringContaining("createGuardedFetch") as string;
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ cause: { name: "TypeError", message } }));
  });

  it("reaches nothing inside, and its generation ends as an unusable image", async () => {
    const before = seen.length;
    const inside = await build({ model: urlModel("fal.image", createGuardedFetch()) });
    expect(await (await inside.post("/generations", body())).json()).toMatchObject({
      ...REFUSED,
      stage: "image",
    });
    expect(seen).toHaveLength(before);
    const trusted = await build({ model: urlModel("fal.image", trusting()) });
    expect((await trusted.post("/generations", body())).status).toBe(200);
  });
});
