import { expect, it } from "vitest";
import { runLanes } from "../../scripts/test/runLanes.ts";

it("runs the lanes beside each other, each in its order, and answers in the order that was given", async () => {
  const running = new Set<string>();
  const begun: string[] = [];
  const most: string[][] = [];
  const end = new Map<string, () => void>();
  const done = runLanes(
    ["a1", "b2", "c1", "d2"],
    (name) => Number(name[1]),
    async (name) => {
      begun.push(name);
      running.add(name);
      most.push([...running]);
      await new Promise<void>((resolve) => end.set(name, resolve));
      running.delete(name);
      return name.toUpperCase();
    },
  );
  for (const [index, name] of ["b2", "d2", "a1", "c1"].entries()) {
    await expect.poll(() => end.has(name), { interval: 1 }).toBe(true);
    expect(begun.length).toBe([2, 3, 3, 4][index]);
    end.get(name)?.();
  }
  expect(await done).toEqual(["A1", "B2", "C1", "D2"]);
  expect(begun).toEqual(["a1", "b2", "d2", "c1"]);
  expect(most.every((names) => new Set(names.map((name) => name[1])).size === names.length)).toBe(true);
});
