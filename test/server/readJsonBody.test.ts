import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDeeperThan, readJsonBody } from "../../src/server/http/readJsonBody.js";
import { deferred } from "./testBackend.js";

function request(body: BodyInit, type = "application/json", headers: Record<string, string> = {}) {
  return new Request("https://example.test/", {
    method: "POST",
    headers: { "Content-Type": type, ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}

describe("readJsonBody", () => {
  it("reads JSON and keeps its raw bytes", async () => {
    const { bytes, value } = await readJsonBody(
      request('{ "a": "ä" }', "Application/JSON; charset=UTF-8"),
      100,
    );
    expect(value).toEqual({ a: "ä" });
    expect(new TextDecoder().decode(bytes)).toBe('{ "a": "ä" }');
  });

  it("reads and counts a body of which the platform shows no stream", async () => {
    const withoutStream = (body: BodyInit) =>
      Object.defineProperty(request(body), "body", { value: undefined, configurable: true });
    await expect(readJsonBody(withoutStream('{"a":1}'), 100)).resolves.toMatchObject({ value: { a: 1 } });
    await expect(readJsonBody(withoutStream(`"${"x".repeat(200)}"`), 150)).rejects.toMatchObject({
      kind: "payload_too_large",
    });
    const broken = withoutStream("{}");
    broken.blob = () => Promise.reject(new Error("The connection broke."));
    await expect(readJsonBody(broken, 100)).rejects.toMatchObject({ kind: "body_unreadable" });
  });

  it.each([
    ["text", request("{}", "text/plain"), "unsupported_media_type"],
    ["another JSON type", request("{}", "application/jsonp"), "unsupported_media_type"],
    ["another charset", request("{}", "application/json; charset=utf-16"), "unsupported_media_type"],
    [
      "a compressed body",
      request("{}", "application/json", { "Content-Encoding": "gzip" }),
      "unsupported_media_type",
    ],
    ["broken JSON", request('{"a":'), "invalid_json"],
    ["an empty body", request(""), "invalid_json"],
    ["bytes that are not UTF-8", request(new Uint8Array([0x22, 0xff, 0x22])), "invalid_json"],
    ["a body that is too large", request(`"${"x".repeat(200)}"`), "payload_too_large"],
    ["JSON that is too deep", request("[".repeat(65) + "]".repeat(65)), "invalid_request"],
  ])("refuses %s", async (_, refused, kind) => {
    await expect(readJsonBody(refused, 150)).rejects.toMatchObject({ kind });
  });

  it("counts what comes, whatever the header says, and leaves a body that never ends", async () => {
    let pulled = 0;
    const left = deferred<unknown>();
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
      cancel: left.resolve,
    });
    await expect(
      readJsonBody(request(endless, undefined, { "Content-Length": "2" }), 256),
    ).rejects.toMatchObject({
      kind: "payload_too_large",
    });
    expect(pulled).toBeLessThan(10);
    await left.promise;
    expect(pulled).toBeLessThan(4 * 1024 + 10);
  });

  it("says so when a body parser came first", async () => {
    const read = request("{}");
    await read.text();
    await expect(readJsonBody(read, 100)).rejects.toMatchObject({ kind: "body_unreadable" });
  });
});

describe("isDeeperThan", () => {
  it("counts brackets outside strings only", () => {
    expect(isDeeperThan("[".repeat(64), 64)).toBe(false);
    expect(isDeeperThan("[".repeat(65), 64)).toBe(true);
    expect(isDeeperThan(`"${"[{".repeat(100)}\\"[[[["`, 2)).toBe(false);
    expect(isDeeperThan("[],".repeat(100), 1)).toBe(false);
  });

  it("finds the end of every string", () => {
    const string = fc.array(fc.constantFrom("\\", '"', "[", "a", "\n"), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(string, { maxLength: 6 }), (words) => {
        const text = JSON.stringify([words.map((word) => word.join(""))]);
        expect(isDeeperThan(text, 2)).toBe(false);
        expect(isDeeperThan(text, 1)).toBe(true);
      }),
    );
    expect(isDeeperThan(`"${"\\".repeat(5)}`, 0)).toBe(false);
  });
});
