/// <reference types="vite/client" />
import * as root from "image-generation-node";
import { describe, expect, it } from "vitest";
import { PART_SOURCES } from "./documentedAttributes.js";

const TESTS = import.meta.glob<string>("./{*Parts,parts}.*.test.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});
const tests = Object.values(TESTS).join("\n");

/** The parts that a call of `itConforms`, or of a short form of it, names. */
const held = new Set([
  ...[...tests.matchAll(/\bname: "([A-Z]\w+\.\w+)"/g)].map((match) => match[1] ?? ""),
  ...[...tests.matchAll(/\b(?:preview|conforms)\(\s*"(\w+)"/g)].map((match) => `Preview.${match[1]}`),
  ...[...tests.matchAll(/\beditor\(\s*"(\w+)"/g)].map((match) => `PromptEditor.${match[1]}`),
  "ConfigForm.Root",
  "Preview.Root",
  "PromptEditor.Root",
]);

const SELECTS = ["ImageModelSelect", "PromptModelSelect", "AspectRatioSelect", "StyleSelect"] as const;
/** These render nothing themselves, so that there is no element to hold to anything. */
const WITHOUT_ELEMENT = new Set([
  ...SELECTS.map((name) => `${name}.Root`),
  ...SELECTS.map((name) => `${name}.Portal`),
  "ModelSettings.Control",
]);
const FAMILIES = [
  "ConfigForm",
  "Field",
  "ModelSettings",
  "ModeSwitch",
  "Panel",
  "Preview",
  "PromptEditor",
  ...SELECTS,
] as const;

const parts = FAMILIES.flatMap((family) =>
  Object.entries<unknown>(root[family]).map(([name, part]) => [`${family}.${name}`, part] as const),
);

describe("every exported part", () => {
  it("is found", () => {
    expect(parts.length).toBeGreaterThan(100);
  });

  it.each(parts.filter(([name]) => !WITHOUT_ELEMENT.has(name)))(
    "%s is in the conformance list",
    (name, part) => {
      // The four selects share their parts: one of them stands for all.
      const same = parts.filter(([, other]) => other === part).map(([other]) => other);
      expect([name, ...same].some((other) => held.has(other))).toBe(true);
    },
  );

  it("has a flat name too, by which only what is used is loaded", () => {
    const flat = new Set<unknown>(Object.values(root));
    // What a suggestion consists of is only ever used inside of one.
    const whole = parts.filter(([name]) => !/\.Suggestion(?:Path|Source|Type|Value)$/.test(name));
    expect(whole.filter(([, part]) => !flat.has(part)).map(([name]) => name)).toEqual([]);
  });

  it("has its source in a file of its name", () => {
    expect(PART_SOURCES.size).toBeGreaterThan(80);
  });
});
