import "image-generation-node/styles.css";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { SCENES } from "../focusScenes.js";
import { MORE_SCENES } from "../focusScenesMore.js";
import { holdPage, show } from "../walkFocus.js";
import { findCutTexts } from "./findCutTexts.js";
import { findOtherNames } from "./findOtherNames.js";
import { findOverflow } from "./findOverflow.js";
import { findSmallTargets } from "./findSmallTargets.js";

/** Spacing that a reader may set for all text (1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

const sheet = document.createElement("style");
sheet.textContent = SPACING;

beforeEach(async () => {
  holdPage();
  document.body.style.margin = "0";
  await page.viewport(1200, 900);
});
afterEach(async () => {
  sheet.remove();
  document.body.removeAttribute("style");
  await page.viewport(1000, 800);
});

it.each(Object.entries({ ...SCENES, ...MORE_SCENES }))(
  "meets targets, names, reflow and spacing of text: %s",
  async (_, scene) => {
    await show(scene);
    const faults: string[] = [];
    const note = (criterion: string, found: readonly string[]) =>
      faults.push(...found.map((each) => `${criterion} at ${innerWidth} px: ${each}`));
    for (const width of [1200, 320]) {
      await page.viewport(width, 900);
      await new Promise(requestAnimationFrame);
      note("2.5.8 target size", findSmallTargets());
      note("2.5.3 label in name", findOtherNames());
      note("1.4.10 reflow", findOverflow());
      const before = findCutTexts();
      document.head.append(sheet);
      await new Promise(requestAnimationFrame);
      note(
        "1.4.12 text spacing",
        findCutTexts().filter((each) => !before.includes(each)),
      );
      note("1.4.12 text spacing", findOverflow());
      sheet.remove();
    }
    expect(faults).toEqual([]);
  },
);
