import { expect, it } from "vitest";
import { createOutput } from "../../scripts/test/createOutput.ts";

it("writes the first step that has not ended as it goes, and the others in their turn", () => {
  const written: string[] = [];
  const outputOf = createOutput(["a", "b", "c"], (text) => written.push(text));
  const [a, b, c] = [outputOf("a"), outputOf("b"), outputOf("c")];
  c.write("c1 ");
  a.write("a1 ");
  b.write("b1 ");
  b.write("b2 ");
  b.end();
  expect(written).toEqual(["a1 "]);
  a.write("a2 ");
  a.end();
  expect(written).toEqual(["a1 ", "a2 ", "b1 b2 ", "c1 "]);
  c.write("c2 ");
  c.end();
  expect(written.join("")).toBe("a1 a2 b1 b2 c1 c2 ");
});
