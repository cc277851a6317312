import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "./LIMITS.js";
import { EVERYDAY } from "./EVERYDAY.js";
import { limitOf } from "./limitOf.js";

describe("LIMITS", () => {
  it.each(LIMITS)("names cases that are there: $file $test", ({ file, test }) => {
    const text = readFileSync(file, "utf8");
    expect(text).toContain(test ?? "");
  });

  it.each(LIMITS)("says why, in a sentence: $file $test", ({ engines, why }) => {
    expect(engines).not.toEqual([]);
    expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  it("leaves out what it names in the engines that it names, and nothing else", () => {
    const file = "/root/test/react/hostRules.browser.test.tsx";
    expect(limitOf(LIMITS, "firefox", file, "fields on a touch screen > have text")).toBe(LIMITS[0]);
    expect(limitOf(LIMITS, "firefox", file, "a dark place > is followed")).toBeUndefined();
    expect(
      limitOf(LIMITS, "firefox", "/root/test/react/panel.browser.test.tsx", "fields on a touch screen"),
    ).toBe(undefined);
  });

  it("leaves out no whole file that every run repeats", () => {
    const whole = LIMITS.filter(({ test }) => test === undefined).map(({ file }) => file);
    expect(EVERYDAY.filter((file) => whole.includes(file) || !existsSync(file))).toEqual([]);
  });
});
