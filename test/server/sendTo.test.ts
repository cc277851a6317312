import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createGuardedFetch } from "image-generation-node/server";
import type * as PublicHost from "../../src/server/models/isPublicHost.js";
import { sendTo } from "../../src/server/models/sendTo.node.js";
import { CERTIFICATE, KEY } from "./certificate.js";

// No public address can be reached here: to these tests 127.0.0.1 is one, and 127.0.0.2 lies inside.
vi.mock("../../src/server/models/isPublicHost.js", async (load) => ({
  ...(await load<typeof PublicHost>()),
  isPublicAddress: (address: string) => address === "127.0.0.1",
}));

const LOOPBACK = ["127.0.0.1"];
const trusted = getCACertificates("default");
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const server = createServer({ cert: CERTIFICATE, key: KEY }, (request, response) =>
  answer(request, response),
);
let base = "";

beforeAll(async () => {
  setDefaultCACertificates([...trusted, CERTIFICATE]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `https://pictures.example.com:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  answer = () => undefined;
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Answers with what was asked, as JSON. */
const echo = () => {
  answer = async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { method, headers, url } = request;
    response.setHeader("Set-Cookie", ["a=1", "b=2"]).end(JSON.stringify({ method, headers, url, body }));
  };
};

describe("createGuardedFetch in Node", () => {
  it("connects to the address that it checked, and looks a name up once", async () => {
    echo();
    const resolve = vi.fn(async () => LOOPBACK);
    const response = await createGuardedFetch({ resolve })(`${base}/a.png`);
    expect(await response.json()).toMatchObject({ url: "/a.png" });
    expect(resolve.mock.calls).toEqual([["pictures.example.com"]]);
  });

  it("is not led inside by a name that leads elsewhere the second time", async () => {
    let asked = 0;
    const resolve = async () => (++asked === 1 ? LOOPBACK : ["127.0.0.2"]);
    answer = (_request, response) => void response.writeHead(302, { Location: `${base}/again` }).end();
    await expect(createGuardedFetch({ resolve })(base)).rejects.toMatchObject({ kind: "bad_image" });
    expect(asked).toBe(2);
  });

  it("follows a redirect to another name, which it looks up too", async () => {
    const moved = base.replace("pictures", "moved");
    answer = ({ headers }, response) => {
      const { host, authorization, accept } = headers;
      const told = [authorization, headers["x-key"], headers["x-goog-api-key"], headers.cookie, accept];
      if (host?.startsWith("moved")) response.end(told.filter(Boolean).join());
      else response.writeHead(307, { Location: `${moved}/b.png` }).end();
    };
    const resolve = vi.fn(async () => LOOPBACK);
    const headers = {
      Authorization: "Key secret",
      "X-Key": "a",
      "X-Goog-Api-Key": "b",
      Cookie: "c=1",
      Accept: "image/*",
    };
    const response = await createGuardedFetch({ resolve })(`${base}/a.png`, { headers });
    expect(await response.text()).toBe("image/*");
    expect(resolve.mock.calls).toEqual([["pictures.example.com"], ["moved.example.com"]]);
  });
});

describe("sendTo", () => {
  it("sends method, headers and body, and hands back all headers", async () => {
    echo();
    const init = { method: "POST", headers: { "X-Key": "1", "Content-Type": "text/plain" }, body: "A föx" };
    const response = await sendTo(LOOPBACK, new Request(`${base}/draw?size=1`, init));
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.json()).toMatchObject({
      method: "POST",
      url: "/draw?size=1",
      headers: { host: new URL(base).host, "x-key": "1", "content-length": "6" },
      body: "A föx",
    });
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["identity", (bytes: Uint8Array) => bytes],
  ])("reads an answer in %s", async (encoding, compress) => {
    const bytes = compress(Buffer.from("picture"));
    const headers = { "Content-Encoding": encoding, "Content-Length": bytes.length };
    answer = (_request, response) => void response.writeHead(200, headers).end(bytes);
    const response = await sendTo(LOOPBACK, new Request(base));
    expect(await response.text()).toBe("picture");
  });

  it.each([
    ["HEAD", 200],
    ["GET", 204],
  ])("takes an answer without a body (%s, %i)", async (method, status) => {
    answer = (_request, response) => void response.writeHead(status).end();
    const response = await sendTo(LOOPBACK, new Request(base, { method }));
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it("fails like fetch when nobody answers, and says why below", async () => {
    const closed = new Request("https://pictures.example.com:1/");
    const failure = await sendTo(LOOPBACK, closed).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect(failure).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });

  it("fails when the certificate is another name's", async () => {
    const other = new Request(base.replace("pictures.example.com", "other.example.com"));
    const code = "ERR_TLS_CERT_ALTNAME_INVALID";
    await expect(sendTo(LOOPBACK, other)).rejects.toMatchObject({ cause: { code } });
  });

  it("fails when a compressed answer is damaged", async () => {
    answer = (_request, response) => void response.writeHead(200, { "Content-Encoding": "gzip" }).end("no");
    const response = await sendTo(LOOPBACK, new Request(base));
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it("stops when its signal is aborted, before the answer and within it", async () => {
    const reason = new Error("too late");
    const before = new AbortController();
    answer = () => before.abort(reason);
    await expect(sendTo(LOOPBACK, new Request(base, { signal: before.signal }))).rejects.toBe(reason);
    const within = new AbortController();
    answer = (_request, response) => void response.write("some");
    const response = await sendTo(LOOPBACK, new Request(base, { signal: within.signal }));
    within.abort(reason);
    await expect(response.text()).rejects.toThrow();
  });
});
