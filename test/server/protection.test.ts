import { describe, expect, it, vi } from "vitest";
import { drawHugeImage } from "../../src/cli/mock-provider/drawImage.js";
import { small } from "./runHelpers.js";
import { BASE, body, createTestBackend, deferred, createImage, until } from "./testBackend.js";

describe("an image of 20,000 × 20,000 pixels in less than a megabyte", () => {
  it("is refused at once, without being decoded", async () => {
    const bytes = drawHugeImage();
    expect(bytes.byteLength).toBeLessThan(1024 * 1024);
    const toPng = vi.fn(async (given: Uint8Array) => given);
    const backend = createTestBackend({ generate: async () => bytes, toPng });
    const response = await backend.post("/generations", body());
    expect(await response.json()).toMatchObject({ kind: "bad_image", charged: null });
    expect(toPng).not.toHaveBeenCalled();
  });

  it("is not decoded either when the bound of the header is lifted too far", async () => {
    const toPng = (await import("../../src/server/png/loadToPng.node.js")).loadToPng();
    await expect((await toPng)(drawHugeImage(), { maxPixels: 32 * 1024 * 1024 })).rejects.toThrow(
      /pixel limit/,
    );
  });
});

describe("permits for a model", () => {
  it("are counted for each model by itself", async () => {
    const gate = deferred<Uint8Array>();
    const busy = vi.fn(() => gate.promise);
    const backend = createTestBackend({
      limits: { maxConcurrent: 2, maxQueueMs: 20 },
      imageModels: { busy: { model: { generate: busy } }, free: { model: { generate: small } } },
    });
    const send = (imageModel: string) => backend.post("/generations", body({ imageModel }));
    const first = [send("busy"), send("busy")];
    await until(() => busy.mock.calls.length === 2);
    expect(await (await send("busy")).json()).toMatchObject({ kind: "overloaded", charged: false });
    expect((await send("free")).status).toBe(200);
    gate.resolve(await small());
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe("the rate limit of the host", () => {
  it("is told who does what, and lets through what it does not refuse", async () => {
    const rateLimit = vi.fn(async ({ action }: { action: string }) => (action === "prompts" ? {} : null));
    const backend = createTestBackend({ rateLimit, generate: small });
    expect((await backend.post("/generations", body())).status).toBe(200);
    const refused = await backend.post("/prompts", body({ prompt: { mode: "auto" } }));
    expect(refused.headers.get("Retry-After")).toBe("5");
    expect(await refused.json()).toMatchObject({ kind: "rate_limited", retryable: true });
    expect(rateLimit).toHaveBeenCalledWith({ scope: "workspace", subject: "user", action: "prompts" });
    expect(backend.prompts).toEqual([]);
  });
});

describe("a page of another origin", () => {
  const EVIL = { Origin: "https://evil.example" };

  it.each([
    ["POST", "/generations"],
    ["POST", "/prompts"],
    ["DELETE", "/generations/gen_1"],
    ["POST", "/attachments/att_1/url"],
  ])("may not %s %s, before anybody is asked who it is", async (method, path) => {
    const authorize = vi.fn(() => ({ scope: "workspace", subject: "cookie" }));
    const backend = createTestBackend({ authorize });
    const response = await backend.handler(new Request(`${BASE}${path}`, { method, headers: EVIL }));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ kind: "forbidden", reason: "origin_refused" });
    expect(authorize).not.toHaveBeenCalled();
  });

  it.each(["null", "https://example.test.evil.example", "http://example.test", "https://example.test:444"])(
    "is not mistaken for ours when it is %s",
    async (Origin) => {
      expect((await createTestBackend().post("/generations", body(), { Origin })).status).toBe(403);
    },
  );

  it("is told nothing by CORS unless it is listed", async () => {
    const closed = createTestBackend();
    const read = await closed.get("/catalog", EVIL);
    expect([...read.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    const preflight = new Request(`${BASE}/generations`, { method: "OPTIONS", headers: EVIL });
    expect((await closed.handler(preflight)).status).toBe(405);

    const open = createTestBackend({ allowedOrigins: ["https://app.example"], generate: small });
    expect((await open.get("/catalog", EVIL)).headers.get("Access-Control-Allow-Origin")).toBeNull();
    const ours = await open.post("/generations", body(), { Origin: "https://app.example" });
    expect(ours.status).toBe(200);
    expect(ours.headers.get("Access-Control-Allow-Origin")).toBe("https://app.example");
    expect(ours.headers.get("Vary")).toBe("Origin");
  });

  it("may send the headers of the host's own, once it is listed", async () => {
    const backend = createTestBackend({ allowedOrigins: ["https://app.example"] });
    const ask = async (Origin: string) => {
      const headers = { Origin, "Access-Control-Request-Headers": "content-type,x-workspace" };
      const request = new Request(`${BASE}/generations`, { method: "OPTIONS", headers });
      const response = await backend.handler(request);
      expect(response.status).toBe(204);
      return response.headers;
    };
    const ours = await ask("https://app.example");
    expect(ours.get("Access-Control-Allow-Headers")).toBe("content-type,x-workspace");
    expect(ours.get("Access-Control-Allow-Origin")).toBe("https://app.example");
    const theirs = await ask("https://evil.example");
    expect(theirs.get("Access-Control-Allow-Headers")).not.toContain("x-workspace");
    expect(theirs.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it.each([
    "*",
    "https://app.example/",
    "https://app.example/path",
    "HTTPS://App.example",
    "app.example",
    "",
  ])("cannot be listed as %j, which no browser sends", (origin) => {
    expect(() => createTestBackend({ allowedOrigins: [origin] })).toThrow(/without a slash at the end/);
  });

  it.each(["http://localhost:5173", "https://app.example:8443", "capacitor://localhost"])(
    "can be listed as %s",
    async (Origin) => {
      const backend = createTestBackend({ allowedOrigins: [Origin], generate: small });
      expect((await backend.post("/generations", body(), { Origin })).status).toBe(200);
    },
  );
});

describe("what the host's log is told with `dangerouslyReportModelMessages`", () => {
  const SECRETS = [
    "sk-proj-abcdefghijklmnopqrst",
    "Bearer eyJhbGciOiJIUzI1NiJ9.payload.signature",
    "https://cdn.example/a.png?X-Amz-Signature=0123456789abcdef&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE",
    "AIzaSyA-1234567890abcdefghijklmnopqrstu",
    "api_key=verysecretvalue",
    '{"password":"hunter2hunter2"}',
    "Authorization: Key 0b1c2d3e-1111:abcdef0123456789",
    '{"authorization":"Key 0b1c2d3e-1111:abcdef0123"}',
    "Cookie: theme=dark; session=abcdef123456",
    "the key 0b1c2d3e-1111-2222-3333-444455556666",
    "postgres://user:hunter2hunter2@database",
    "secret_access_key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    '{"access_token":"abcdefgh"}',
    "client_secret=abcdefgh",
    "AKIAIOSFODNN7EXAMPLE",
    "7f3a9c1e5b7d9f1a3c5e7b9d1f3a5c7e9b1d3f5a",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
    `{"b64_json":"${"iVBORw0KGgo/".repeat(20)}AAAAAAAA"}`,
  ];

  it.each(SECRETS)("holds no secret such as %s", async (secret) => {
    const onError = vi.fn();
    const failure = new Error(`Could not call the model: ${secret}`);
    const backend = createTestBackend({
      generate: () => Promise.reject(failure),
      hooks: { onError },
      dangerouslyReportModelMessages: true,
    });
    const text = await (await backend.post("/generations", body())).text();
    const told = JSON.stringify(onError.mock.calls);
    const kernel =
      /(?<![\w-])[\w-]{8,}$/.exec(secret.replace(/(?<!["}])["}]+$|(?<!@)@.*$/, ""))?.[0] ?? secret;
    expect(told).toContain("Could not call the model");
    expect(told).not.toContain(kernel);
    expect(text).not.toContain("Could not call");
  });

  it("keeps what helps to find the fault", async () => {
    const onError = vi.fn();
    const message =
      "Incorrect API key provided. POST https://api.openai.com/v1/images/generations answered 401 to the model " +
      "gpt-image-1-mini-2026-10-06 (request req_0123456789abcdef0123456789abcdef); no token limit was set.";
    const backend = createTestBackend({
      generate: () => Promise.reject(new Error(message)),
      hooks: { onError },
      dangerouslyReportModelMessages: true,
    });
    await backend.post("/generations", body());
    expect(onError.mock.calls).toMatchObject([[{ cause: { message } }]]);
  });

  it("holds nothing of the prompt, although the provider repeats it", async () => {
    const onError = vi.fn();
    const backend = createTestBackend({
      generate: ({ prompt }) => Promise.reject(new Error(`Your prompt "${prompt}" was refused (status 7).`)),
      hooks: { onError },
      dangerouslyReportModelMessages: true,
    });
    await backend.post("/generations", body({ prompt: { template: "A secret merger" }, style: "sketch" }));
    const { cause } = onError.mock.calls[0]?.[0] as { cause: { message: string } };
    expect(cause.message).toBe('Your prompt "[prompt]" was refused (status 7).');
  });

  it("holds nothing of the instructions of a preview either", async () => {
    const onError = vi.fn();
    const backend = createTestBackend({
      write: ({ instructions }) => Promise.reject(new Error(`No: ${instructions}`)),
      hooks: { onError },
      dangerouslyReportModelMessages: true,
    });
    const config = { prompt: { mode: "prompt_ai" as const, instructions: "A secret merger" } };
    await backend.post("/prompts", body(config));
    expect(onError.mock.calls).toMatchObject([[{ cause: { message: "No: [prompt]" } }]]);
  });

  it("names the kind, the stage, the run and the request", async () => {
    const onError = vi.fn();
    const backend = createTestBackend({
      generate: () => Promise.reject(new Error("x")),
      hooks: { onError },
      dangerouslyReportModelMessages: true,
    });
    const problem = (await (await backend.post("/generations", body())).json()) as Record<string, unknown>;
    expect(onError.mock.calls).toEqual([
      [
        {
          kind: "provider_error",
          stage: "image",
          scope: "workspace",
          id: problem["id"],
          requestId: problem["requestId"],
          cause: { name: "Error", message: "x" },
        },
      ],
    ]);
  });
});

it("an image larger than its bound is refused, whatever it holds", async () => {
  const bytes = await createImage(64, 64);
  const padded = new Uint8Array(2_000);
  padded.set(bytes);
  const backend = createTestBackend({ generate: async () => padded, limits: { maxImageBytes: 1_999 } });
  expect(await (await backend.post("/generations", body())).json()).toMatchObject({ kind: "bad_image" });
});
