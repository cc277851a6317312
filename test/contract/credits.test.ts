import { describe, expect, it } from "vitest";
import { fromJSONSchema } from "zod";
import { catalogSchema, readCredits } from "image-generation-node/contract";
import { contractJsonSchemas } from "image-generation-node/contract/openapi";
import { fixtures } from "image-generation-node/testing";

const withCredits = (credits: unknown) => catalogSchema.parse({ ...fixtures.catalog, credits });

describe("readCredits", () => {
  it("reads what is left, with what a later version adds", () => {
    const credits = { left: 12.5, unit: "USD", resetsAt: "2026-12-01T00:00:00Z", plan: "team" };
    expect(readCredits(withCredits(credits))).toEqual(credits);
    expect(readCredits(withCredits({ left: 0, unit: "credits" }))).toEqual({ left: 0, unit: "credits" });
  });

  it("reads none where the catalog has none, or is not known yet", () => {
    expect(readCredits(fixtures.catalog)).toBeNull();
    expect(readCredits(undefined)).toBeNull();
    expect(readCredits(withCredits(null))).toBeNull();
  });

  it.each<[string, unknown]>([
    ["a number alone", 12],
    ["a text", "12 credits"],
    ["a list", [12, "credits"]],
    ["an amount as text", { left: "12", unit: "credits" }],
    ["less than nothing", { left: -1, unit: "credits" }],
    ["no amount", { unit: "credits" }],
    ["no unit", { left: 12 }],
    ["an empty unit", { left: 12, unit: "" }],
    ["a unit that is none", { left: 12, unit: { code: "USD" } }],
  ])("passes over %s, and the catalog stays", (_, credits) => {
    const catalog = withCredits(credits);
    expect(catalog.imageModels).toHaveLength(fixtures.catalog.imageModels.length);
    expect(readCredits(catalog)).toBeNull();
  });

  it.each([
    ["a word", "soon"],
    ["a number", 1_795_944_719_000],
    ["nothing", null],
  ])("passes over a time of filling up that is %s, and reads the rest", (_, resetsAt) => {
    expect(readCredits(withCredits({ left: 3, unit: "credits", resetsAt }))).toEqual({
      left: 3,
      unit: "credits",
    });
  });
});

describe("the printed schema of credits", () => {
  const { Catalog } = contractJsonSchemas();
  const printed = fromJSONSchema(Catalog as Parameters<typeof fromJSONSchema>[0]);
  const takes = (credits: unknown) => printed.safeParse({ ...fixtures.catalog, credits }).success;

  it("takes what a back end may send, and refuses what no reader understands", () => {
    expect(takes(undefined)).toBe(true);
    expect(takes({ left: 3, unit: "credits", resetsAt: "2026-12-01T00:00:00Z", plan: "team" })).toBe(true);
    expect(takes({ left: -3, unit: "credits" })).toBe(false);
    expect(takes({ left: 3 })).toBe(false);
    expect(takes(3)).toBe(false);
  });
});
