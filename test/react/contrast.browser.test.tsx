import "image-generation-node/styles.css";
import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "vitest/browser";
import { afterEach, describe, expect, it } from "vitest";
import { cat, generate } from "./formControls.js";
import { pictureOf } from "./pictureOf.js";
import { readContrast } from "./readContrast.js";
import { renderPanel } from "./renderNode.js";
import { renderSeveral } from "./severalPictures.js";

const root = document.documentElement;
afterEach(() => root.removeAttribute("style"));

const find = (part: string) => document.querySelector<HTMLElement>(`[data-imagenode-part="${part}"]`);

/** Elements in a picture's box that hold a text of their own which can be seen. */
function listTexts(box: Element): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("*")].filter(
    (each) =>
      [...each.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "") &&
      each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      getComputedStyle(each).fontSize !== "0px" &&
      getComputedStyle(each).clipPath === "none",
  );
}

/** Texts over pictures that can't be read over each picture, with their contrast. */
function findFaint(boxes: readonly Element[]): string[] {
  return boxes.flatMap((box) =>
    listTexts(box).flatMap((text) => {
      const contrast = readContrast(text, box);
      return contrast >= 4.5
        ? []
        : [`${text.dataset["imagenodePart"]} "${text.textContent}" ${contrast.toFixed(2)}`];
    }),
  );
}

describe.each(["light", "dark"])("text over a picture in %s", (scheme) => {
  it("is read while the next one is made", async () => {
    root.style.colorScheme = scheme;
    const { fake } = renderPanel(cat());
    await userEvent.click(generate());
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().succeed(pictureOf("gen_1")));
    await waitFor(() => expect(find("preview-image")).not.toBeNull());
    await userEvent.click(generate());
    await waitFor(() => expect(find("preview-progress")).not.toBeNull());
    const frame = find("preview-frame") as Element;
    expect(listTexts(frame).map(({ dataset }) => dataset["imagenodePart"])).toContain("preview-progress");
    expect(findFaint([frame])).toEqual([]);
  });

  it("is read in a grid of several", async () => {
    root.style.colorScheme = scheme;
    const { fake } = await renderSeveral();
    act(() => fake.runs.slice(0, 2).forEach((run, index) => run.succeed(pictureOf(`gen_${index + 1}`))));
    const cells = await waitFor(() => {
      const found = [...document.querySelectorAll('[data-imagenode-part="preview-variation"]:has(img)')];
      expect(found).toHaveLength(2);
      return found;
    });
    expect(cells.flatMap(listTexts).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(["1", "2"]),
    );
    expect(findFaint(cells)).toEqual([]);
  });

  it("is read in a comparison", async () => {
    root.style.colorScheme = scheme;
    const { fake } = renderPanel(cat());
    for (const [index, id] of ["gen_1", "gen_2"].entries()) {
      await userEvent.click(generate());
      await waitFor(() => expect(fake.runs).toHaveLength(index + 1));
      act(() => fake.run().succeed(pictureOf(id)));
      await waitFor(() => expect(find("preview-status")).toHaveAttribute("data-status", "succeeded"));
    }
    await userEvent.click(screen.getByRole("button", { name: "Compare" }));
    await waitFor(() => expect(find("preview-compare-caption")).not.toBeNull());
    const sides = [...document.querySelectorAll('[data-imagenode-part="preview-compare-side"]')];
    expect(sides.flatMap(listTexts)).toHaveLength(2);
    expect(findFaint(sides)).toEqual([]);
  });
});
