import "image-generation-node/styles.css";
import { act, fireEvent, render, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { languages } from "../../stories/support/languages.js";
import { findMisfits } from "./findMisfits.js";
import { FormStates, RunStates } from "./languageStates.js";

const all = (part: string) => [...document.querySelectorAll<HTMLElement>(`[data-imagenode-part="${part}"]`)];
const seen = (part: string, count = 1) =>
  waitFor(() => expect(all(part).length, part).toBeGreaterThanOrEqual(count));

/** Renders on a page of 320 px, the narrowest that is supported. */
function renderNarrow(children: ReactNode, direction: string): HTMLElement {
  document.body.style.margin = "0";
  const { container } = render(
    <div dir={direction}>
      {/* Where it sticks to the window it may lie over what is below. */}
      <style>{`[data-imagenode-part="panel-foot"] { position: static !important; }`}</style>
      {children}
    </div>,
  );
  return container;
}

async function unfold() {
  for (const fold of document.querySelectorAll("details")) act(() => void (fold.open = true));
  await waitFor(() =>
    expect([...document.querySelectorAll("details")].filter(({ open }) => !open)).toEqual([]),
  );
}

/** What does not fit, and what the page can be scrolled by sideways. */
function misfitsOf(root: HTMLElement): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  return [...findMisfits(root), ...sideways];
}

/** Words of the switches' tabs that need more than one line. */
function longTabs(): readonly string[] {
  return all("mode-switch-trigger").flatMap((tab) => {
    const range = document.createRange();
    range.selectNodeContents(tab);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    return lines.size > 1 ? [tab.textContent ?? ""] : [];
  });
}

beforeEach(() => page.viewport(320, 900));

describe.each(languages)("the panel in $name at 320 px", ({ load, direction }) => {
  it("holds its words in the form: settings, references, credits, advice, faults", async () => {
    const root = renderNarrow(<FormStates messages={await load()} />, direction);
    await seen("config-form-cost-estimate", 4);
    await seen("config-form-credits", 4);
    const radios = document.querySelectorAll<HTMLElement>('[data-imagenode-part="config-form-count"] input');
    act(() => radios[3]?.click());
    await seen("references-item", 3);
    await unfold();
    await seen("setting-input");
    await unfold();
    const [, second] = all("config-form-generate");
    act(() => second?.click());
    await seen("field-error", 2);
    expect(misfitsOf(root)).toEqual([]);
    expect(longTabs()).toEqual([]);
  });

  it("holds its words in the preview: running, done, failed, several, a written prompt, a series", async () => {
    const root = renderNarrow(<RunStates messages={await load()} />, direction);
    await seen("preview-variation", 6);
    await seen("preview-prompt-write");
    for (const button of all("preview-prompt-write").slice(0, 1)) act(() => button.click());
    for (const toggle of all("panel-more-toggle")) act(() => toggle.click());
    await unfold();
    await seen("preview-prompt-draw");
    await seen("preview-stage");
    await seen("preview-pin");
    await seen("preview-gallery-item", 4);
    await seen("preview-thumb", 2);
    expect(misfitsOf(root)).toEqual([]);
    fireEvent.click(all("preview-compare-trigger")[0] ?? root);
    await seen("preview-compare-summary");
    const [dialog] = all("preview-compare-dialog");
    expect(dialog && findMisfits(dialog)).toEqual([]);
  });
});
