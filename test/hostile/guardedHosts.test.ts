import { countSteps, growthOf } from "./countSteps.js";
import { MockImageModelV3, MockImageModelV4 } from "ai/test";
import { describe, expect, it, vi } from "vitest";
import { createGuardedFetch } from "image-generation-node/server";
import type { ImageModelEntry } from "image-generation-node/server";
import { isPublicAddress, isPublicHost } from "../../src/server/models/isPublicHost.js";
import { createTestBackend } from "../server/testBackend.js";

const REFUSED = { kind: "bad_image", charged: null };
/** First, last and some address of each range that no picture lies in. */
const PRIVATE_V4 =
  "0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.255 " +
  "168.63.129.16 169.254.0.0 169.254.169.254 169.254.170.2 169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0 " +
  "192.0.0.192 192.0.2.1 192.88.99.0 192.88.99.255 192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255 " +
  "198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255";
const PUBLIC_V4 =
  "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15 " +
  "168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.88.98.255 192.88.100.0 " +
  "192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255";
const PRIVATE_V6 =
  "::1 :: fd00:ec2::254 fc00::1 fe80::1 fe80::a9fe:a9fe febf::1 fec0::1 ff02::1 2001:: 2001:0:7f00:1:: 2001:1ff:: " +
  "2001:db8::1 2002:: 2002:a9fe:a9fe:: 2002:7f00:1::1 3fff:: 3fff:fff:ffff:: 64:ff9b::7f00:1 64:ff9b::169.254.169.254 " +
  "64:ff9b:1::a9fe:a9fe ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::ffff:168.63.129.16 ::127.0.0.1 ::7f00:1 ::ffff:0:7f00:1 " +
  "0:0:0:0:0:0:0:1 0000:0000:0000:0000:0000:ffff:7f00:0001 FE80::1 100::1 5f00::1 4000::1 1fff::1";
const PUBLIC_V6 =
  "2606:4700::1111 2001:200:: 2001:4860:4860::8888 2003::1 3ffe::1 2a00:1450:4001::1 2620:0:2d0:200::7";

describe("an address", () => {
  const all = (list: string) => list.split(" ");

  it.each([...all(PRIVATE_V4), ...all(PRIVATE_V6)])("%s lies inside", (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(isPublicHost(address.includes(":") ? `[${address}]` : address)).toBe(false);
    expect(isPublicHost(address)).toBe(false);
  });

  it.each([...all(PUBLIC_V4), ...all(PUBLIC_V6)])("%s lies outside", (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(isPublicHost(address.includes(":") ? `[${address}]` : address)).toBe(true);
  });

  it.each(all(PRIVATE_V4))("%s lies inside when IPv6 wraps it", (address) => {
    const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
    const groups = [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16)).join(":");
    const wrapped = [
      `::ffff:${address}`,
      `::${address}`,
      `::ffff:0:${groups}`,
      `64:ff9b::${address}`,
      `64:ff9b:1::${groups}`,
      `2002:${groups}::`,
      `2001:0:${groups}::1`,
    ];
    for (const spelled of wrapped) {
      expect([spelled, isPublicAddress(spelled)]).toEqual([spelled, false]);
      expect([spelled, isPublicHost(`[${spelled}]`)]).toEqual([spelled, false]);
    }
  });

  it.each(all(PRIVATE_V4))("%s lies inside in every spelling of IPv4", (address) => {
    const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
    const number = ((a * 256 + b) * 256 + c) * 256 + d;
    const wide = [...address].map((sign) =>
      sign === "." ? "。" : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    );
    const spellings = [
      String(number),
      `0x${number.toString(16)}`,
      `0${number.toString(8)}`,
      [a, b, c, d].map((byte) => `0${byte.toString(8)}`).join("."),
      [a, b, c, d].map((byte) => `0X${byte.toString(16).toUpperCase()}`).join("."),
      `${a}.${(b << 16) | (c << 8) | d}`,
      `${a}.${b}.${(c << 8) | d}`,
      `${address}.`,
      wide.join(""),
      [...address].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join(""),
    ];
    for (const spelled of spellings) expect([spelled, isPublicHost(spelled)]).toEqual([spelled, false]);
  });

  it.each([
    "fe80::1%eth0",
    "2606:4700::1111%eth0",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "01.1.1.1",
    "0x1.1.1.1",
    "1.1.1.1.",
    "",
    "example.com",
    "2606:4700::1111::",
    "2606:4700",
    "12345::1",
    "::1.2.3",
    "2606:4700:0:0:0:0:0:0:1111",
    ":::",
    "g::1",
  ])("that a resolver cannot tell is none: %s", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("a name", () => {
  it.each([
    "redis",
    "redis.",
    "REDIS",
    "kubernetes",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "ⓛocalhost",
    "loc%61lhost",
    "loc\u00adalhost",
    "a.localhost",
    "db.internal",
    "db.internal.",
    "DB.INTERNAL",
    "metadata.google.internal",
    "metadata.google.internal.",
    "metadata.goog",
    "printer.local",
    "printer。local",
    "api.default.svc",
    "api.default.svc.cluster.local",
    "router.lan",
    "nas.home",
    "nas.home.arpa",
    "wiki.corp",
    "wiki.intranet",
    "app.test",
    "a.invalid",
    "localhost.localdomain",
    "redis..",
    "a..b.com",
    ".example.com",
    ".",
    "",
    "[::1",
    "[fe80::1%25eth0]",
    "[fe80::1%eth0]",
    "example.com/@redis",
    "user@redis",
    "redis:6379",
    "redis?.example.com",
    "redis#.example.com",
    "redis\\.example.com",
    "example.com:443",
    "a b.com",
    "%2e",
    `${"a".repeat(64)}.com`,
    `${"a.".repeat(127)}com`,
    `${"ü".repeat(60)}.com`,
  ])("%s lies inside", (host) => expect(isPublicHost(host)).toBe(false));

  it.each([
    "example.com",
    "example.com.",
    "v3.fal.media",
    "replicate.delivery",
    "bücher.example.com",
    "xn--bcher-kva.example",
    "internal.example.com",
    "localhost.example.com",
    "a_b.example.com",
    "1.example.com",
    `${"a.".repeat(124)}com`,
  ])("%s may lie outside", (host) => expect(isPublicHost(host)).toBe(true));

  it.each<[string, (size: number) => string]>([
    ["dots", (size) => ".".repeat(size)],
    ["dots before a letter", (size) => `${".".repeat(size)}x`],
    ["dots behind a name", (size) => `example.com${".".repeat(size)}`],
    ["labels", (size) => `${"a.".repeat(size)}com`],
    ["letters of one label", (size) => "ü".repeat(size)],
    ["numbers", (size) => "0x1.".repeat(size)],
    ["groups", (size) => `[${"1:".repeat(size)}]`],
    ["escapes", (size) => "%41".repeat(size)],
  ])("of 32,000 %s is refused before any work, and so is a URL with it", async (_, make) => {
    const host = make(32_000);
    const parse = vi.spyOn(URL, "canParse");
    expect(await countSteps(() => expect(isPublicHost(host)).toBe(false))).toBeLessThan(50);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
    expect(await growthOf((size) => isPublicHost(make(size)), 50)).toBeLessThan(8);
    const [send, resolve] = [vi.fn(), vi.fn()];
    await expect(createGuardedFetch({ fetch: send, resolve })(`https://${host}/`)).rejects.toMatchObject(
      REFUSED,
    );
    expect([send, resolve].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

describe("a guarded fetch", () => {
  const redirectTo = (location: string) => () =>
    Promise.resolve(new Response(null, { status: 302, headers: { Location: location } }));

  it.each([
    ["private addresses only", ["10.0.0.1"]],
    ["a private one among public ones", ["8.8.8.8", "1.1.1.1", "169.254.169.254"]],
    ["Azure's own", ["168.63.129.16"]],
    ["IPv4 within IPv6", ["::ffff:10.0.0.1"]],
    ["IPv4 behind a translator", ["64:ff9b::a00:1"]],
    ["a zone", ["fe80::1%eth0"]],
    ["a short form", ["127.1"]],
    ["no address", []],
    ["something else", ["redis"]],
  ])("refuses a name that leads to %s", async (_, addresses) => {
    const send = vi.fn(async () => new Response());
    const guarded = createGuardedFetch({ fetch: send, resolve: async () => addresses });
    await expect(guarded("https://pictures.example.com/a.png")).rejects.toMatchObject(REFUSED);
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    "https://redis/",
    "https://169.254.169.254/latest",
    "https://[::ffff:a9fe:a9fe]/",
    "https://0xa9fea9fe/",
    "https://%E2%91%A0%E2%91%A1%E2%91%A6.1/",
    "//metadata.google.internal/",
    "https://127.1/",
    "http://pictures.example.com/",
    "ftp://pictures.example.com/",
    "file:///etc/passwd",
    "https://user:key@pictures.example.com/",
    "https://[",
    `https://${".".repeat(32_000)}x/`,
    `/${"a".repeat(32_000)}`,
  ])("does not follow a redirect to %s", async (location) => {
    const send = vi.fn(redirectTo(location));
    const guarded = createGuardedFetch({ fetch: send, resolve: async () => ["8.8.8.8"] });
    await expect(guarded("https://pictures.example.com/a.png")).rejects.toMatchObject(REFUSED);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("looks each hop's name up again, and follows none that has moved inside", async () => {
    const answers = [["8.8.8.8"], ["8.8.4.4"], ["127.0.0.1"]];
    const resolve = vi.fn(async () => answers.shift() ?? []);
    const send = vi.fn(redirectTo("https://pictures.example.com/b.png"));
    const guarded = createGuardedFetch({ fetch: send, resolve });
    await expect(guarded("https://pictures.example.com/a.png")).rejects.toMatchObject(REFUSED);
    expect([send.mock.calls.length, resolve.mock.calls.length]).toEqual([2, 3]);
  });
});

describe("a model whose provider answers with URLs", () => {
  const build = (entry: ImageModelEntry) => createTestBackend({ imageModels: { some: entry } });
  const PROVIDERS =
    "fal fal.image replicate luma.image black-forest-labs.image blackForestLabs.image bfl xai.image Replicate";

  it.each(PROVIDERS.split(" "))(
    "of %s needs a guarded fetch, whatever the version of the SDK",
    (provider) => {
      for (const Model of [MockImageModelV3, MockImageModelV4]) {
        const model = (fetch?: unknown) => Object.assign(new Model({ provider }), { config: { fetch } });
        const reason = /"some" \(.*AI SDK 7.*createGuardedFetch\(\).*imageUrls: "guarded"/s;
        expect(() => build({ model: model() })).toThrow(reason);
        expect(() => build({ model: model(fetch) })).toThrow(reason);
        expect(() => build({ model: new Model({ provider }) })).toThrow(reason);
        expect(() => build({ model: model(createGuardedFetch()) })).not.toThrow();
        expect(() => build({ model: model(), imageUrls: "guarded" })).not.toThrow();
        expect(() => build({ model: model(), imageUrls: "none" })).not.toThrow();
      }
    },
  );

  it.each(["v5", "v99", undefined])("needs one by the specification %s too", (specificationVersion) => {
    const model = Object.assign(new MockImageModelV4({ provider: "fal.image" }), { specificationVersion });
    expect(() => build({ model: model as MockImageModelV4 })).toThrow(/createGuardedFetch/);
  });

  it.each([
    "openai.image",
    "google.generative-ai",
    "azure.image",
    "bytedance.image",
    "falcon.image",
    "mock",
    "prodia.image",
  ])("is not the one of %s", (provider) => {
    expect(() => build({ model: new MockImageModelV4({ provider }) })).not.toThrow();
  });
});
