import { describe, expect, it } from "vitest";
import { createLinkSigner } from "../../src/server/storage/createLinkSigner.js";

const BASE = "https://example.test/api/image-node";
const WEEK = 7 * 24 * 60 * 60;
const SECRET = "secret".repeat(6);
const ONE = "one".repeat(11);
const TWO = "two".repeat(11);
const NOW = Date.UTC(2026, 10, 22);

async function signedQuery(secret: string | Record<string, string> = SECRET, id = "att_1") {
  const { imageUrl } = await createLinkSigner(secret, BASE, () => NOW).sign(id, WEEK);
  return new URL(imageUrl).searchParams;
}

describe("createLinkSigner", () => {
  it("makes a link that is valid for a week and then expired", async () => {
    const { imageUrl, expiresAt } = await createLinkSigner(SECRET, `${BASE}/`, () => NOW).sign("att_1", WEEK);
    const query = new URL(imageUrl).searchParams;
    expect(imageUrl.startsWith(`${BASE}/attachments/att_1?`)).toBe(true);
    expect(expiresAt).toBe("2026-11-29T00:00:00.000Z");
    const at = (milliseconds: number) =>
      createLinkSigner(SECRET, BASE, () => milliseconds).verify("att_1", query);
    expect(await at(NOW + WEEK * 1000 - 1)).toBe("valid");
    expect(await at(NOW + WEEK * 1000)).toBe("expired");
  });

  it.each<[string, (query: URLSearchParams) => void]>([
    ["a later end", (query) => query.set("exp", String(Number(query.get("exp")) + 1))],
    ["another signature", (query) => query.set("sig", "A".repeat(43))],
    ["a signature that is spelled differently", (query) => query.set("sig", `${query.get("sig") ?? ""}=`)],
    ["no signature", (query) => query.delete("sig")],
    ["an unknown key", (query) => query.set("kid", "k2")],
    ["a key of the prototype", (query) => query.set("kid", "constructor")],
    ["a second end", (query) => query.append("exp", "9999999999")],
    ["a second signature", (query) => query.append("sig", query.get("sig") ?? "")],
    ["another parameter", (query) => query.append("download", "1")],
    ["an end that is no number", (query) => query.set("exp", "1e99")],
  ])("refuses %s", async (_, tamper) => {
    const query = await signedQuery();
    tamper(query);
    expect(await createLinkSigner(SECRET, BASE, () => NOW).verify("att_1", query)).toBe("invalid");
  });

  it("refuses the signature of another attachment and of another secret", async () => {
    const signer = createLinkSigner(SECRET, BASE, () => NOW);
    expect(await signer.verify("att_2", await signedQuery())).toBe("invalid");
    expect(await signer.verify("att_1", await signedQuery("other".repeat(7)))).toBe("invalid");
  });

  it("signs with the first secret and keeps links of rotated ones alive", async () => {
    const old = await signedQuery({ a: ONE });
    const rotated = createLinkSigner({ b: TWO, a: ONE }, BASE, () => NOW);
    expect(await rotated.verify("att_1", old)).toBe("valid");
    expect((await signedQuery({ b: TWO, a: ONE })).get("kid")).toBe("b");
  });

  it("says what to do when there is no secret", () => {
    expect(() => createLinkSigner("", BASE)).toThrow(/signingSecret/);
    expect(() => createLinkSigner({}, BASE)).toThrow(/signingSecret/);
  });
});
