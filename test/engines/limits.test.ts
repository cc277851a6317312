import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { EVERYDAY } from "./EVERYDAY.js";
import { LIMITS } from "./LIMITS.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

it("names files and cases that there are, each with a reason", () => {
  const lost = LIMITS.filter(({ file, test }) => {
    if (!existsSync(root + file)) return true;

    const source = readFileSync(root + file, "utf8");
    return test !== undefined && !source.includes(test);
  });
  expect(lost).toEqual([]);
  expect(LIMITS.filter(({ why }) => !why.endsWith("."))).toEqual([]);
});

it("leaves out no whole file that every run repeats", () => {
  const whole = LIMITS.filter(({ test }) => test === undefined).map(({ file }) => file);
  expect(EVERYDAY.filter((file) => whole.includes(file) || !existsSync(root + file))).toEqual([]);
});
