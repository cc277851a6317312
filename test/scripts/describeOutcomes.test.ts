import { expect, it } from "vitest";
import { describeOutcomes } from "../../scripts/test/describeOutcomes.ts";

it("tells what failed, each step, what was left out, and the totals in the last line", () => {
  const text = describeOutcomes(
    [
      { name: "unit", ok: true, seconds: 3.4, passed: 12, failed: 0, failures: [] },
      { name: "browser", ok: false, seconds: 5, passed: 1, failed: 1, failures: ["a > b\nError"] },
    ],
    ["types (runs without a pattern only)"],
  );
  expect(text.trim().split("\n")).toEqual([
    "== failed == a > b",
    "Error",
    "",
    "== summary ==",
    "ok     unit (3 s, 12 tests passed)",
    "FAILED browser (5 s, 1 tests passed)",
    "left out: types (runs without a pattern only)",
    "",
    "13 passed, 1 failed",
  ]);
});
