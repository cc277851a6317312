import { describe, it } from "vitest";
import { createPathLanguage } from "image-generation-node/template";
import { OPTIONS, textsOf, UNITS } from "./pathLanguageTexts.js";

// Steps inside of regular expressions are not counted: a reader that goes back over a text again and again would run into
// the runner's time limit here.
describe("a long hostile text", () => {
  it.each(UNITS)("is read to its end in one go: %j", (unit) => {
    for (const options of OPTIONS) {
      const { scan } = createPathLanguage(options);
      for (const text of textsOf(unit, 100_000, options)) scan(text);
    }
  });
});
