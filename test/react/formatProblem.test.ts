import { de } from "image-generation-node/messages/de";
import { expect, it } from "vitest";
import { formatProblem } from "../../src/react/config-form/run/formatProblem.js";
import { createTranslate, en } from "../../src/react/messages/index.js";

it.each([
  ["model_unavailable", "{model} is no longer offered."],
  ["ratio_unsupported", "{model} can't make this shape."],
])("leaves no gap where a back end does not say which model: %s", (code) => {
  const t = createTranslate(en);
  const fault = { pointer: "#/config/imageModel", code };
  expect(formatProblem(t, { ...fault, detail: "This model is gone." })).toBe("This model is gone.");
  expect(formatProblem(t, fault)).toContain(code);
  expect(formatProblem(t, { ...fault, model: "Painter" })).toContain("Painter");
  expect(formatProblem(createTranslate(en, de), { ...fault, model: "Painter" })).toContain("Painter");
});
