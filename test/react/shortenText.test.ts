import { describe, expect, it } from "vitest";
import { shortenText } from "../../src/react/preview/shortenText.js";

describe("shortenText", () => {
  it.each([
    ["A fox", 10, "A fox"],
    ["A red fox on a hill", 12, "A red fox…"],
    ["Donaudampfschiff", 8, "Donauda…"],
    ["two\n\nlines", 20, "two lines"],
    ["A fox, asleep", 7, "A fox…"],
    ["赤い狐、雪の中", 5, "赤い狐…"],
    ["红色狐狸。雪中", 6, "红色狐狸…"],
    ["ثعلب أحمر، نائم", 11, "ثعلب أحمر…"],
  ])("%j to %i", (text, length, expected) => {
    expect(shortenText(text, length)).toBe(expected);
  });
});
