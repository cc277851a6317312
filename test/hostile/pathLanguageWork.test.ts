import { growthOf, countSteps } from "./countSteps.js";
import { describe, expect, it } from "vitest";
import {
  createPathLanguage,
  diagnoseTemplate,
  createVariableIndex,
  findTrigger,
} from "image-generation-node/template";
import { OPTIONS, textsOf, UNITS } from "./pathLanguageTexts.js";

/** Work that no text may need more of than a linear one. */
const LINEAR = 8;
/** Most steps for a character. */
const STEPS = 60;

describe.each(OPTIONS)("a language of paths in $open…$close, others as $others", (options) => {
  const language = createPathLanguage(options);
  const read = (text: string) => {
    language.scan(text);
    void language.resolve?.(text, { a: "x" });
  };

  it("takes four times the steps for four times the text", async () => {
    for (const unit of ["<", "<a", `<'"<"'`, `<a["<a['"]['][`]) {
      const work = (size: number) => textsOf(unit, size, options).forEach(read);
      expect(await growthOf(work, 2_000), unit).toBeLessThan(LINEAR);
    }
  });

  it("takes a few steps for each character", async () => {
    for (const unit of UNITS) {
      const steps = await countSteps(() => textsOf(unit, 8_000, options).forEach(read));
      expect(steps / 32_000, unit).toBeLessThan(STEPS);
    }
  });

  it("finds the trigger at the same cost in however long a text", async () => {
    for (const unit of ["<", "<a", `<a["`, `<'"<"'`]) {
      const find = (n: number) => {
        const [text = ""] = textsOf(unit, n, options);
        return findTrigger(text, text.length, { language });
      };
      await countSteps(() => find(1_000));
      expect(await countSteps(() => find(8_000)), unit).toBeLessThan(40_000);
    }
  });
});

it("diagnoses a text of nothing but tokens in steps that grow with it", async () => {
  const language = createPathLanguage({ open: "<", close: ">" });
  const index = createVariableIndex([{ slug: "a", label: "A", sample: { b: 1 } }]);
  const work = (n: number) => diagnoseTemplate("<a.c>".repeat(n), index, { language });
  expect(await growthOf(work, 200)).toBeLessThan(LINEAR);
});
