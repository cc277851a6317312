import "image-generation-node/styles.css";
import { beforeEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { cat } from "../formControls.js";
import { MORE_SCENES } from "../focusScenesMore.js";
import { createPictureClient } from "../referenceSamples.js";
import { holdPage, show } from "../walkFocus.js";

beforeEach(holdPage);
const part = (name: string) =>
  document.querySelector<HTMLElement>(`[data-imagenode-part="${name}"]`) as HTMLElement;

// WCAG 2.2, 2.5.7: whatever is dragged can be had by single presses too.
it("the line of a comparison moves by one press", async () => {
  await show(MORE_SCENES["a comparison"] ?? {});
  const slider = document.querySelector<HTMLInputElement>('dialog input[type="range"]');
  const { width, height } = slider?.getBoundingClientRect() ?? { width: 0, height: 0 };
  await userEvent.click(slider as HTMLElement, {
    position: { x: Math.round(width * 0.8), y: Math.round(height / 2) },
  });
  expect(Number(slider?.value)).toBeGreaterThan(70);
});

it("reference images are put in order by one press", async () => {
  const references = [
    { attachmentId: "att_1", label: "Mug" },
    { attachmentId: "att_2", label: "Logo" },
  ];
  await show({ config: cat({ references }), fake: () => createPictureClient() });
  const first = () => part("references-label").textContent;
  expect(first()).toBe("Mug");
  await userEvent.click(part("references-move-down"));
  await expect.poll(first).toBe("Logo");
});

it("an enlarged picture is moved by the keys and by the scroll bars of its place", async () => {
  await show(MORE_SCENES["an enlarged picture"] ?? {});
  await userEvent.click(part("preview-dialog-button"));
  const view = part("preview-zoom-view");
  await expect
    .poll(() => view.scrollWidth > view.clientWidth || view.scrollHeight > view.clientHeight)
    .toBe(true);
  expect(getComputedStyle(view).overflow).toMatch(/auto|scroll/);
  part("preview-zoom-picture").focus();
  const before = view.scrollLeft + view.scrollTop;
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  await expect.poll(() => view.scrollLeft + view.scrollTop).not.toBe(before);
});
