import "image-generation-node/styles.css";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { offering } from "../focusScenes.js";
import type { Scene } from "../focusScenes.js";
import { over, ratio, readColor, readGround } from "../readContrast.js";
import { cat } from "../formControls.js";
import { offerAll } from "../spoken/renderSpoken.js";
import { holdPage, show } from "../walkFocus.js";
import { listTargets, nameTarget } from "./listTargets.js";

const root = document.documentElement;
beforeEach(holdPage);
afterEach(() => {
  root.removeAttribute("style");
  document.body.removeAttribute("style");
});

const full: Scene = {
  config: cat({ references: [{ attachmentId: "att_1" }], settings: { seed: 7, steps: 99, upscale: true } }),
  fake: () => offering(offerAll()),
  go: () => expect.poll(() => document.querySelector('[data-imagenode-part="setting-input"]')).not.toBeNull(),
};
const FIELDS =
  '[data-imagenode-part="prompt-editor-frame"], [data-imagenode-part="catalog-select-trigger"], [data-imagenode-part="setting-input"]';

/** Colors of an element's edge: its border, its outline, and a ring that its shadow draws. */
function readEdges(element: Element): string[] {
  const {
    borderTopStyle,
    borderTopWidth,
    borderTopColor,
    outlineStyle,
    outlineWidth,
    outlineColor,
    boxShadow,
  } = getComputedStyle(element);
  const rings = [
    ...boxShadow.matchAll(/((?:rgba?|oklch|oklab|color)\([^)]*\)) 0px 0px 0px [2-9](?:\.\d+)?px/g),
  ];
  return [
    ...(borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0 ? [`border ${borderTopColor}`] : []),
    ...(outlineStyle !== "none" && parseFloat(outlineWidth) > 0 ? [`outline ${outlineColor}`] : []),
    ...rings.map(([, color]) => `ring ${color}`),
  ];
}

function contrastOf(edge: string, element: Element): number {
  const ground = readGround(element);
  return ratio(over(readColor(edge.slice(edge.indexOf(" ") + 1)), ground), ground);
}

describe.each(["light", "dark"])("edges in %s", (scheme) => {
  beforeEach(() => {
    root.style.colorScheme = scheme;
    document.body.style.background = "var(--imagenode-surface)";
  });

  it("of fields stand out by 3:1 (1.4.11)", async () => {
    await show(full);
    const fields = [...document.querySelectorAll(FIELDS)].filter((each) => each.checkVisibility());
    expect(fields.length).toBeGreaterThan(7);
    const faint = fields.flatMap((field) => {
      const best = Math.max(0, ...readEdges(field).map((edge) => contrastOf(edge, field)));
      return best >= 3 ? [] : [`${(field as HTMLElement).dataset["imagenodePart"]} ${best.toFixed(2)}`];
    });
    expect(faint).toEqual([]);
  });

  it("of what has the focus change by a color that stands out by 3:1 (2.4.7, 1.4.11)", async () => {
    await show(full);
    const targets = listTargets();
    const around = ({ element }: (typeof targets)[number]) =>
      [element, element.parentElement, element.closest('[data-imagenode-part="prompt-editor-frame"]')].filter(
        (each) => each !== null,
      );
    const before = new Map(targets.map((target) => [target, around(target).map(readEdges)]));
    const faint: string[] = [];
    for (const target of targets) {
      const control = target.element.querySelector<HTMLElement>("input") ?? target.element;
      control.focus();
      if (document.activeElement !== control) continue;
      // A key tells the browser that the keyboard is in use.
      await userEvent.keyboard("{Shift}");
      await Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
      );
      const best = Math.max(
        0,
        ...around(target).flatMap((element, place) => {
          const old = before.get(target)?.[place] ?? [];
          const changed = readEdges(element).filter((edge) => !old.includes(edge));
          return changed.map((edge) => contrastOf(edge, element));
        }),
      );
      if (best < 3) faint.push(`${nameTarget(target.element)} ${best.toFixed(2)}`);
    }
    expect(faint).toEqual([]);
  });
});
