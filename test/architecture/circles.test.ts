import { describe, expect, it } from "vitest";
import { findCircles } from "./findCircles.js";
import { repositoryFiles } from "./sourceFiles.js";

describe("imports", () => {
  const files = repositoryFiles();

  it.each(["src/", "stories/", "scripts/", "bench/", "test/", ".storybook/"])("are read in %s", (folder) => {
    expect(files.some(({ path, internal }) => path.startsWith(folder) && internal.length > 0)).toBe(true);
  });

  it("run in no circle between files, not even for types", () => {
    expect(findCircles(files)).toEqual([]);
  });
});

describe("findCircles", () => {
  const file = (path: string, ...internal: string[]) => ({ path, internal });

  it("finds a circle of two and one of three, each once", () => {
    const circles = findCircles([
      file("a", "b"),
      file("b", "a", "c"),
      file("c", "d"),
      file("d", "e"),
      file("e", "c"),
      file("f", "a"),
    ]);
    expect(circles.map((circle) => [...circle].sort())).toEqual([
      ["c", "d", "e"],
      ["a", "b"],
    ]);
  });

  it("finds none in a diamond", () => {
    expect(findCircles([file("a", "b", "c"), file("b", "d"), file("c", "d"), file("d")])).toEqual([]);
  });
});
