import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { Preview } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createPng } from "image-generation-node/testing";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Node, renderPanel } from "./renderNode.js";
import { generationOf } from "./samples.js";

const preview = () => within(screen.getByRole("region", { name: "Preview" }));
const frame = () => document.querySelector('[data-imagenode-part="preview-frame"]')?.getBoundingClientRect();
const pixels = { width: 1536, height: 864 };

function picture(id: string) {
  const imageUrl = URL.createObjectURL(new Blob([createPng(pixels)], { type: "image/png" }));
  const base = generationOf({ id });
  return { ...base, output: { ...base.output, imageUrl, attachmentId: id } };
}
const entries = () =>
  ["gen_2", "gen_1"].map((id, index) => ({
    generation: picture(id),
    config: createImageNodeConfig({ aspectRatio: "landscape", style: index ? "sketch" : "watercolor" }),
  }));

function renderPictures() {
  const history = entries();
  return render(
    <Node>
      <Preview.Root generation={history[0]?.generation} history={history}>
        <Preview.Frame>
          <Preview.Image />
          <Preview.ZoomTrigger />
        </Preview.Frame>
        <Preview.CompareTrigger />
        <Preview.Zoom />
        <Preview.CompareDialog />
      </Preview.Root>
    </Node>,
  );
}

async function violations() {
  const { violations: found } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return found.map((violation) => violation.id);
}

beforeEach(() => page.viewport(900, 900));

describe("the box of the picture", () => {
  it("never moves: from before the run, over an unfinished picture, to the picture", async () => {
    const { fake } = renderPanel(
      createImageNodeConfig({ prompt: { template: "A cat" }, aspectRatio: "landscape" }),
    );
    await screen.findByText("Free demo");
    const before = frame();
    expect(before?.width).toBeGreaterThan(200);
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    expect(frame()).toEqual(before);
    const send = fake.run().options.onEvent;
    act(() => send?.({ event: "stage", data: { stage: "image", status: "started" } }));
    const b64 = btoa(String.fromCharCode(...createPng({ width: 16, height: 9 })));
    act(() => send?.({ event: "partial_image", data: { index: 0, b64, mimeType: "image/png" } }));
    await waitFor(() =>
      expect(document.querySelector('[data-imagenode-part="preview-partial-image"]')).toBeVisible(),
    );
    expect(frame()).toEqual(before);
    act(() => fake.run().succeed(picture("gen_1")));
    const image = (await preview().findByRole("img")) as HTMLImageElement;
    await image.decode();
    expect(frame()).toEqual(before);
  });

  it("keeps the asked shape around a picture of another one", async () => {
    const other = picture("gen_1");
    other.image = { ...other.image, width: 1536, height: 1024 };
    render(
      <Node>
        <Preview.Root generation={other}>
          <Preview.Frame>
            <Preview.Image />
          </Preview.Frame>
        </Preview.Root>
      </Node>,
    );
    const box = frame();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  });
});

describe("Preview.Zoom", () => {
  it("holds the focus, closes on Escape without closing what is around it, and gives the focus back", async () => {
    const escaped = vi.fn();
    document.addEventListener("keydown", escaped, true);
    renderPictures();
    const trigger = screen.getByRole("button", { name: "Enlarge the picture" });
    await userEvent.click(trigger);
    const dialog = await screen.findByRole("dialog", { name: "Picture, enlarged" });
    expect(dialog.matches(":modal")).toBe(true);
    for (let press = 0; press < 6; press += 1) {
      await userEvent.keyboard("{Tab}");
      expect(document.activeElement === document.body || dialog.contains(document.activeElement)).toBe(true);
    }
    expect(await violations()).toEqual([]);
    escaped.mockClear();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(escaped).not.toHaveBeenCalled();
    expect(trigger).toHaveFocus();
    document.removeEventListener("keydown", escaped, true);
  });

  it("shows the picture pixel by pixel, and fits it again", async () => {
    renderPictures();
    await userEvent.click(screen.getByRole("button", { name: "Enlarge the picture" }));
    const dialog = within(await screen.findByRole("dialog"));
    const image = dialog.getByRole("img");
    expect(image.getBoundingClientRect().width).toBeLessThanOrEqual(900);
    await userEvent.click(dialog.getByRole("button", { name: "Actual size" }));
    expect(image.getBoundingClientRect().width).toBe(pixels.width);
    await userEvent.click(dialog.getByRole("button", { name: "Fit to window" }));
    expect(image.getBoundingClientRect().width).toBeLessThanOrEqual(900);
    await userEvent.click(dialog.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("Preview.Compare", () => {
  it("moves its divider by keyboard, lays out side by side, and says what changed", async () => {
    renderPictures();
    await userEvent.click(screen.getByRole("button", { name: "Compare" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Compare pictures" }));
    expect(await dialog.findByText("Only the style changed.")).toBeVisible();
    expect(dialog.getByText("Sketch → Watercolor")).toBeVisible();
    const slider = dialog.getByRole("slider");
    slider.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(slider).toHaveAttribute("aria-valuetext", "52 % of the first picture");
    expect(await violations()).toEqual([]);
    await userEvent.click(dialog.getByRole("button", { name: "Side by side" }));
    const [first, second] = dialog.getAllByRole("img").map((image) => image.getBoundingClientRect());
    expect(first?.right).toBeLessThanOrEqual(second?.left ?? 0);
    expect(dialog.queryByRole("slider")).toBeNull();
  });
});
