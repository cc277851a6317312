import { describe, expect, it } from "vitest";
import { countSteps, growthOf } from "./countSteps.js";

function linear(size: number): number {
  let sum = 0;
  for (let index = 0; index < size; index += 1) sum += index;
  return sum;
}

function quadratic(size: number): number {
  let sum = 0;
  for (let index = 0; index < size; index += 1) sum += linear(index);
  return sum;
}

describe("countSteps", () => {
  it("counts the same work the same, however often and how late it is asked", async () => {
    linear(100);
    const first = await countSteps(() => linear(1000));
    expect(first).toBeGreaterThan(1000);
    for (let time = 0; time < 200; time += 1) linear(1000);
    expect(await countSteps(() => linear(1000))).toBe(first);
  });

  it("counts what goes on after a pause", async () => {
    const steps = await countSteps(async () => {
      await new Promise((resolve) => setTimeout(resolve));
      linear(5000);
    });
    expect(steps).toBeGreaterThan(5000);
  });

  it("tells linear from quadratic growth", async () => {
    expect(await growthOf(linear, 500)).toBeLessThan(8);
    expect(await growthOf(quadratic, 500)).toBeGreaterThan(12);
  });
});
