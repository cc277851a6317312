import { createVariableIndex } from "image-generation-node/template";
import { expect, it } from "vitest";
import { walkVariables } from "../../src/react/internal/walkVariables.js";
import { searchVariables } from "../../src/react/prompt-editor/list/searchVariables.js";

const indexOf = (sample: unknown) => createVariableIndex([{ slug: "a", label: "A", sample }]);
const many = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]));

it("a list opens on a sample that fans out without an end", () => {
  let sample: unknown = { leaf: 1 };
  for (let depth = 0; depth < 9; depth++) sample = many(10, sample);
  const { items, total } = searchVariables("", indexOf(sample), { limit: 50 });
  expect(items[0]?.path).toBe("a");
  expect(total).toBeLessThan(1_000_000);
});

it("a walk over a level of a hundred and fifty thousand variables ends", () => {
  const index = indexOf({ output: many(1_500, many(100, 1)) });
  const found = walkVariables(index, 2_000);
  expect(found.length).toBeGreaterThan(2_000);
  expect(found.length).toBeLessThan(30_000);
});
