import "image-generation-node/styles.css";
import { act, waitFor } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { createFakeClient } from "./fakeClient.js";
import { cat, generate } from "./formControls.js";
import { pictureOf } from "./pictureOf.js";
import { renderPanel } from "./renderNode.js";
import { variables } from "./samples.js";

const root = document.documentElement;
afterEach(async () => {
  root.removeAttribute("style");
  document.body.removeAttribute("style");
  scrollTo(0, 0);
  await page.viewport(1000, 800);
});

const find = (part: string) => document.querySelector<HTMLElement>(`[data-imagenode-part="${part}"]`);
/** Where a part begins in the panel, in whole pixels. */
const topOf = (part: string) =>
  Math.round(
    (find(part)?.getBoundingClientRect().top ?? NaN) - (find("panel")?.getBoundingClientRect().top ?? NaN),
  );
/** Where Generate stands in the panel; the foot sticks to the window while its own place is below. */
function placeOfGenerate(): number {
  const foot = find("panel-foot");
  foot?.style.setProperty("position", "static");
  const top = topOf("config-form-generate");
  foot?.style.removeProperty("position");
  return top;
}

async function renderAt(width: number, height: number, config = cat()) {
  await page.viewport(width, height);
  document.body.style.margin = "0";
  const view = renderPanel(config);
  await waitFor(() => expect(find("config-form-cost-estimate")).not.toBeNull());
  return view;
}

type Fake = ReturnType<typeof createFakeClient>;

async function start(fake: Fake, count: number) {
  generate().focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(fake.runs).toHaveLength(count));
}

async function draw(fake: Fake, id: string, count: number) {
  await start(fake, count);
  act(() => fake.run().succeed(pictureOf(id)));
  await waitFor(() => expect(find("preview-status")).toHaveAttribute("data-status", "succeeded"));
}

describe.each([
  [320, 640],
  [420, 800],
  [800, 900],
  [1280, 800],
])("during one job at %i × %i", (width, height) => {
  it("Generate and the place of the picture stay where they are", async () => {
    const { fake } = await renderAt(width, height);
    const seen: string[] = [];
    const note = () => seen.push(`${placeOfGenerate()} ${topOf("panel-picture")}`);
    const heights: (number | undefined)[] = [];
    const noteHeight = () => heights.push(find("panel-picture")?.offsetHeight);
    note();
    noteHeight();
    await start(fake, 1);
    note();
    noteHeight();
    act(() => fake.run().succeed(pictureOf("gen_1")));
    await waitFor(() => expect(find("preview-image")).not.toBeNull());
    note();
    noteHeight();
    await start(fake, 2);
    note();
    act(() => fake.run().succeed(pictureOf("gen_2")));
    await waitFor(() => expect(find("preview-history")).not.toBeNull());
    note();
    noteHeight();
    expect(new Set(seen).size, seen.join(", ")).toBe(1);
    expect(new Set(heights).size, heights.join(", ")).toBe(1);
  });

  it("stay after a failure, whose words stand in the picture's place", async () => {
    const { fake } = await renderAt(width, height);
    const before = [placeOfGenerate(), topOf("panel-picture"), find("panel-picture")?.offsetHeight];
    await start(fake, 1);
    act(() => fake.run().fail(new ImageNodeError({ kind: "no_image", charged: true })));
    await waitFor(() => expect(find("preview-error")).not.toBeNull());
    expect(find("panel-picture")?.contains(find("preview-error"))).toBe(true);
    expect([placeOfGenerate(), topOf("panel-picture"), find("panel-picture")?.offsetHeight]).toEqual(before);
  });
});

describe("a run that a person starts", () => {
  it("brings its place into sight where it is below", async () => {
    root.style.scrollBehavior = "auto";
    const { fake } = await renderAt(382, 500);
    const isSeen = () => {
      const { top, bottom } = find("panel-picture")?.getBoundingClientRect() ?? { top: NaN, bottom: NaN };
      return top >= -1 && bottom <= innerHeight + 1;
    };
    expect(isSeen()).toBe(false);
    await start(fake, 1);
    await waitFor(() => expect(isSeen()).toBe(true));
  });

  it("moves nothing where the person is elsewhere in the page", async () => {
    const { fake } = await renderAt(382, 500);
    const elsewhere = document.body.appendChild(document.createElement("button"));
    const press = new MouseEvent("click", { bubbles: true });
    elsewhere.focus({ preventScroll: true });
    scrollTo(0, 0);
    const scroll = vi.spyOn(Element.prototype, "scrollIntoView");
    act(() => void generate().dispatchEvent(press));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    await waitFor(() => expect(find("preview-status")).toHaveAttribute("data-status", "running"));
    expect(scroll).not.toHaveBeenCalled();
    scroll.mockRestore();
    elsewhere.remove();
  });
});

/** Asserts that the element with the focus can be seen and hit. */
function checkFocused(): string | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  // A radio is as large as the label that it lies under.
  const target = element.closest("label") ?? element;
  const { left, right, top, bottom, width, height } = target.getBoundingClientRect();
  const name =
    `${element.dataset["imagenodePart"]} ${element.getAttribute("aria-label") ?? element.textContent}`.trim();
  if (width < 23.9 || height < 23.9) return `${name} is ${width} × ${height}`;
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  if (bottom <= 0 || top >= innerHeight) return `${name} is out of sight`;
  const hit = document.elementFromPoint(x, y);
  const isHit = hit !== null && (target.contains(hit) || hit.contains(target));
  return isHit ? undefined : `${name} is covered by ${hit?.outerHTML.slice(0, 80)}`;
}

describe.each([
  [320, 256],
  [320, 640],
  [382, 500],
  [1280, 800],
])("Tab through all of the panel at %i × %i", (width, height) => {
  it("always shows what has the focus, at least 24 px large", async () => {
    const { fake } = await renderAt(width, height);
    await draw(fake, "gen_1", 1);
    await draw(fake, "gen_2", 2);
    find("panel-more-toggle")?.click();
    find("panel-details-toggle")?.click();
    await waitFor(() => expect(find("preview-copy-image")).not.toBeNull());
    await waitFor(() => expect(find("preview-provenance")).not.toBeNull());
    const before = document.createElement("button");
    document.body.prepend(before);
    before.focus();
    await waitFor(() => {
      scrollTo(0, 0);
      expect(scrollY).toBe(0);
    });
    const faults: string[] = [];
    const visited: Element[] = [];
    for (let stop = 0; stop < 90; stop += 1) {
      await userEvent.tab();
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body || activeElement === before) break;
      visited.push(activeElement);
      const fault = checkFocused();
      if (fault) faults.push(fault);
    }
    before.remove();
    expect(faults).toEqual([]);
    expect(visited).toContain(find("prompt-editor-input"));
    expect(visited).toContain(find("config-form-generate"));
    expect(visited.length).toBeGreaterThan(25);
    expect(getComputedStyle(find("panel-foot") as Element).position).toBe(height > 500 ? "sticky" : "static");
    expect(visited.at(-1)?.closest('[data-imagenode-part="panel-details"]')).not.toBeNull();
  });
});

describe("an empty place", () => {
  it("suggests prompts made from the variables, and a press writes one and goes there", async () => {
    const { onValueChange } = await renderAt(800, 900, cat({ prompt: { template: "" } }));
    const examples = await waitFor(() => {
      const found = [...document.querySelectorAll<HTMLElement>('[data-imagenode-part="preview-example"]')];
      expect(found).toHaveLength(3);
      return found;
    });
    expect(examples[0]?.textContent).toContain(`{{${variables[0]?.slug}`);
    await userEvent.click(examples[0] as HTMLElement);
    expect(onValueChange.mock.lastCall?.[0].prompt.template).toBe(examples[0]?.textContent);
    await waitFor(() => expect(find("preview-examples")).toBeNull());
    expect(document.activeElement).toBe(find("prompt-editor-input"));
  });
});
