import type { Page } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { paint } from "./referenceFiles.js";
import {
  configWith,
  createReferenceActions,
  openReferencePage,
  startReferencePage,
} from "./referencePage.js";

let site: Awaited<ReturnType<typeof startReferencePage>>;
let page: Page;
let on: ReturnType<typeof createReferenceActions>;
let earlier: object;
let two: { attachmentId: string; label: string }[];

beforeAll(async () => {
  site = await startReferencePage();
  const [mug, logo, hero] = await Promise.all(
    ["#d01818", "#18a030", "#1830d0"].map((colour) => site.keep(colour)),
  );
  earlier = { hero: { output: { photo: hero } } };
  two = [
    {
      attachmentId: mug?.attachmentId ?? "",
      label: "Mug with a very long name that fits into no narrow panel at all",
    },
    { attachmentId: logo?.attachmentId ?? "", label: "Logo" },
  ];
});
beforeEach(() => {
  site.reset();
  return () => page.context().close();
});
afterAll(() => site?.stop());

async function open(options: Parameters<typeof openReferencePage>[1] = {}): Promise<void> {
  page = await openReferencePage(site, { earlier, ...options });
  on = createReferenceActions(page);
  await on.root().waitFor();
}

const CONTROLS =
  '[data-imagenode-part^="references-"]:is(button, input), [data-imagenode-part^="references-"] button';
const focused = () =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element === document.body
      ? "the body"
      : (element?.getAttribute("aria-label") ?? element?.textContent ?? "");
  });

/** Presses a key, Tab by default, until the control of this name has the focus; a tour that comes back to the body is a way round. */
async function tabTo(name: string | RegExp, key = "Tab"): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press(key);
    const now = await focused();
    if (typeof name === "string" ? now === name : name.test(now)) return;
  }
  throw new Error(`No Tab leads to ${String(name)}.`);
}

/** Shows all that the family has at once: items, a failed upload, and the list of variables. */
async function showAll(): Promise<void> {
  await on.drop({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("words") });
  await page.getByRole("button", { name: "Try again: notes.png" }).waitFor();
  await page.getByRole("button", { name: "Variable", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search variables" }).waitFor();
  await expect.poll(() => on.items().locator("img").count()).toBe(2);
}

it("adds, puts in order and removes by keys alone, and never loses the focus", async () => {
  await open({ config: configWith(two) });
  await page.getByRole("textbox", { name: "Prompt", exact: true }).focus();
  await tabTo("Variable");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("Search variables");
  await page.keyboard.press("Escape");
  await expect.poll(focused).toBe("Variable");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("Search variables");
  await page.keyboard.type("photo");
  await tabTo(/^hero\.output\.photo/);
  await page.keyboard.press("Enter");
  await expect.poll(on.names).toEqual([two[0]?.label, "Logo", "hero.output.photo"]);
  await expect.poll(focused).toBe("Variable");

  await tabTo("Move hero.output.photo up", "Shift+Tab");
  await page.keyboard.press("Space");
  await expect.poll(on.names).toEqual([two[0]?.label, "hero.output.photo", "Logo"]);
  await expect.poll(focused).toBe("Move hero.output.photo up");
  await page.keyboard.press("Space");
  await expect.poll(on.names).toEqual(["hero.output.photo", two[0]?.label, "Logo"]);
  await expect.poll(focused).toBe("Move hero.output.photo down");

  await page.keyboard.press("Tab");
  for (const left of [[two[0]?.label, "Logo"], ["Logo"], []]) {
    expect(await focused()).toMatch(/^Remove /);
    await page.keyboard.press("Enter");
    await expect.poll(on.names).toEqual(left);
  }
  await expect.poll(focused).toBe("Upload");
  expect(await on.saved()).toEqual([]);
});

describe("a narrow page", () => {
  it.each([
    ["ltr", false],
    ["rtl", false],
    ["rtl", true],
  ] as const)("has no scroll sideways and large targets: %s, by touch: %s", async (dir, hasTouch) => {
    await open({
      config: configWith(two),
      viewport: { width: 320, height: 900 },
      hasTouch,
      isMobile: hasTouch,
    });
    await page.evaluate((value) => (document.documentElement.dir = value), dir);
    await showAll();
    const width = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    const controls = await page.locator(CONTROLS).evaluateAll((all) =>
      all
        .map((control) => ({
          box: control.getBoundingClientRect(),
          name: control.getAttribute("aria-label") ?? control.textContent,
        }))
        .filter(({ box }) => box.width > 0)
        .map(({ box: { left, right, width, height }, name }) => ({ name, left, right, width, height })),
    );
    // Both items have three, the upload two, the ways two, the list its field and a row.
    expect(controls.length).toBeGreaterThanOrEqual(12);
    const least = hasTouch ? 44 : 24;
    expect(controls.filter(({ width: wide, height }) => wide < least || height < least)).toEqual([]);
    expect(controls.filter(({ left, right }) => left < 0 || right > 320)).toEqual([]);
  });
});

it("is used by touch", async () => {
  await open({
    config: configWith(two),
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  await page.getByRole("button", { name: "Move Logo up" }).tap();
  await expect.poll(on.names).toEqual(["Logo", two[0]?.label]);
  await page.getByRole("button", { name: "Variable", exact: true }).tap();
  await page.getByRole("button", { name: /^hero\.output\.photo/ }).tap();
  await expect.poll(on.names).toEqual(["Logo", two[0]?.label, "hero.output.photo"]);
  await page.getByRole("button", { name: "Remove Logo" }).tap();
  await expect.poll(on.names).toEqual([two[0]?.label, "hero.output.photo"]);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Upload", exact: true }).tap(),
  ]);
  await chooser.setFiles(await paint("logo.png", "#18a030"));
  await expect.poll(on.names).toEqual([two[0]?.label, "hero.output.photo", "logo.png"]);
});

it("keeps its edges in forced colours, and moves nothing for those who want no motion", async () => {
  await open({ config: configWith(two), forcedColors: "active", reducedMotion: "reduce" });
  await showAll();
  const drawn = await page
    .locator(`${CONTROLS}, [data-imagenode-part="references-item"]`)
    .evaluateAll((all) =>
      all
        .filter((control) => control.getBoundingClientRect().width > 0)
        .map((control) => {
          const style = getComputedStyle(control);
          const hasEdge = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
          const isBlank = /^rgba\(.*, 0\)$/.test(style.borderTopColor);
          // A row and an icon button stand by their words and by their drawing.
          const mark = control.querySelector("svg, img, [data-imagenode-part=references-thumb]");
          const ink =
            mark && getComputedStyle(mark).color !== getComputedStyle(document.body).backgroundColor;
          return {
            name: control.getAttribute("aria-label") ?? control.textContent,
            isSeen: (hasEdge && !isBlank) || ink === true,
          };
        }),
    );
  expect(drawn.length).toBeGreaterThanOrEqual(14);
  expect(drawn.filter(({ isSeen }) => !isSeen)).toEqual([]);
  const thumbs = await on
    .part("references-thumb")
    .first()
    .evaluate((thumb) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(thumb);
      return [borderTopStyle, borderTopWidth];
    });
  expect(thumbs).toEqual(["solid", "1px"]);

  // While a picture is on its way.
  let release = () => {};
  site.hooks.upload = () => new Promise<void>((resolve) => (release = resolve));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove notes.png" }).click();
  await on.drop(await paint("logo.png", "#18a030"));
  await on.part("references-progress").waitFor();
  // A browser's own bar moves in no way that a script could see.
  const frames = new Set<string>();
  for (let count = 0; count < 6; count += 1)
    frames.add((await on.part("references-progress").screenshot()).toString("base64"));
  expect(frames.size).toBe(1);
  release();
  await expect.poll(on.names).toEqual([two[0]?.label, "Logo", "logo.png"]);
});
