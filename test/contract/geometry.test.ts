import { describeRatio, hasAspectRatio } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";

describe("hasAspectRatio", () => {
  it.each([
    [1536, 864, "landscape", true],
    [1536, 1024, "landscape", false],
    [1792, 1024, "landscape", true],
    [864, 1536, "portrait", true],
    [1024, 1024, "square", true],
    [1024, 1000, "square", false],
    [1024, 1010, "square", true],
  ] as const)("%i × %i as %s: %s", (width, height, ratio, expected) => {
    expect(hasAspectRatio(width, height, ratio)).toBe(expected);
  });
});

describe("describeRatio", () => {
  it.each([
    [1024, 1024, "1:1"],
    [1536, 1024, "3:2"],
    [1024, 1536, "2:3"],
    [1536, 864, "16:9"],
    [864, 1536, "9:16"],
    [1365, 1024, "4:3"],
    [4000, 100, "40:1"],
  ])("%i × %i is %s", (width, height, expected) => {
    expect(describeRatio(width, height)).toBe(expected);
  });
});
