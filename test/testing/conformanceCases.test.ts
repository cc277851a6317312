import { describe, expect, it } from "vitest";
import type { Catalog } from "image-generation-node/contract";
import { conformanceCases, fixtures, whyNot } from "image-generation-node/testing";

describe("conformanceCases", () => {
  const all = conformanceCases();

  it("has at least ninety cases, each with a name of its own and a clause", () => {
    expect(all.length).toBeGreaterThanOrEqual(90);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { clause, name } of all) expect(clause.length, name).toBeGreaterThan(10);
  });

  it("has cases of every level", () => {
    for (const level of ["L0", "L1", "L2"] as const) {
      expect(all.filter((candidate) => candidate.level === level).length).toBeGreaterThan(10);
    }
  });

  it("leaves out what a back end's catalog does not offer", () => {
    const cases = conformanceCases({ catalog: fixtures.basicCatalog, level: "L2" });
    const needs = new Set(cases.flatMap((candidate) => candidate.needs));
    expect([...needs].sort()).toEqual(["image_model", "server_templates"]);
  });

  it("leaves out settings where no model has any, and has all of them where one does", () => {
    const withSettings = (catalog: Catalog) =>
      conformanceCases({ catalog, provider: true }).filter(({ needs }) => needs.includes("settings"));
    expect(withSettings(fixtures.catalog)).toEqual([]);
    expect(withSettings(fixtures.settingsCatalog)).toEqual(
      all.filter(({ needs }) => needs.includes("settings")),
    );
    expect(withSettings(fixtures.settingsCatalog).length).toBeGreaterThanOrEqual(20);
  });

  it("knows who resolves templates", () => {
    const features = { ...fixtures.catalog.features, templates: "client" as const };
    const needed = (catalog: Catalog) => new Set(conformanceCases({ catalog }).flatMap(({ needs }) => needs));
    expect(needed(fixtures.catalog)).toContain("server_templates");
    expect(needed(fixtures.catalog)).not.toContain("client_templates");
    expect(needed({ ...fixtures.catalog, features })).toContain("client_templates");
    expect(needed({ ...fixtures.catalog, features })).not.toContain("server_templates");
  });

  it("leaves out what needs an image from a workspace without models", () => {
    const cases = conformanceCases({ catalog: fixtures.emptyCatalog, provider: true });
    expect(cases.some(({ billable }) => billable)).toBe(false);
    expect(cases.length).toBeGreaterThan(20);
  });

  it("says why a case does not apply", () => {
    const spending = all.find(({ billable, needs }) => billable && needs.length === 1);
    expect(spending && whyNot(spending, { allowSpend: false })).toContain("image");
    const running = all.find(({ needs }) => needs[0] === "runs");
    expect(running && whyNot(running, { level: "L0" })).toContain("L0");
    expect(running && whyNot(running, { catalog: fixtures.basicCatalog })).toContain("runs");
  });

  it("without spending still proves much of the contract", () => {
    expect(conformanceCases({ allowSpend: false }).length).toBeGreaterThan(60);
  });
});
