import type { NamedSetting } from "image-generation-node/contract";
import { expect, it } from "vitest";
import { hasRadios } from "../../src/react/model-settings/listChoices.js";

const words = { value: (_: unknown, value: unknown) => String(value) } as Parameters<typeof hasRadios>[1];
const setting = (...choices: string[]): NamedSetting => ({
  name: "quality",
  type: "string",
  enum: choices,
  default: choices[0],
});

it.each([
  [["Standard quality", "High quality"], true],
  [["Standard quality", "Very high quality"], false],
  // Fourteen letters of East Asia are as wide as twenty-eight Latin ones.
  [["標準の品質です", "とても高いです"], true],
  [["標準の品質です", "とても高い画質です"], false],
  [["표준 품질입니다", "매우 높은 품질입니다"], false],
  // Marks take no room, and a letter of two code units is one.
  [["คุณภาพที่ดีที่สุด", "คุณภาพมาตรฐาน"], true],
  [["𝓢𝓽𝓪𝓷𝓭𝓪𝓻𝓭 𝓺𝓾𝓪𝓵𝓲𝓽𝔂", "𝓗𝓲𝓰𝓱 𝓺𝓾𝓪𝓵𝓲𝓽𝔂"], true],
])("the choices %j stand in one row: %s", (choices, expected) => {
  expect(hasRadios(setting(...choices), words)).toBe(expected);
});
