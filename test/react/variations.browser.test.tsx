import "image-generation-node/styles.css";
import { render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { Panel } from "image-generation-node";
import type { GenerationState } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { fixedStore } from "../../stories/support/fixedStore.js";
import { pictureOf } from "./pictureOf.js";
import { Node } from "./renderNode.js";

const LEAST = 24;
const startedAt = 1_000_000;
const config = createImageNodeConfig({ prompt: { template: "A fox" } });
const failed = (kind: "content_blocked" | "no_image"): GenerationState => ({
  status: "failed",
  startedAt,
  endedAt: startedAt + 1000,
  error: new ImageNodeError({ kind, charged: false }),
});

beforeEach(() => page.viewport(320, 900));

it.each(["ltr", "rtl"])(
  "holds its words and targets of 24 px in the cells of a panel of 320 px: %s",
  async (dir) => {
    const generation = pictureOf("gen_1");
    const variations: GenerationState[] = [
      { status: "succeeded", startedAt, endedAt: startedAt + 1, generation, request: { config } },
      { status: "running", startedAt, stage: "image" },
      failed("content_blocked"),
      failed("no_image"),
      { status: "waiting", startedAt },
      { status: "cancelled", startedAt },
    ];
    const state: GenerationState = { status: "running", startedAt, variations, chosen: 0 };
    render(
      <div dir={dir}>
        <Node generation={fixedStore(state)}>
          <Panel.Root defaultValue={config} />
        </Node>
      </div>,
    );
    await screen.findByRole("button", { name: "Picture 1 of 6" });
    await waitFor(() =>
      expect(document.querySelectorAll('[data-imagenode-part="preview-cancel"]').length).toBeGreaterThan(1),
    );
    const grid = screen.getByRole("group", { name: "6 pictures to choose from" });
    expect(grid.scrollWidth).toBeLessThanOrEqual(grid.clientWidth);
    const { violations } = await axe.run(grid, { rules: { "target-size": { enabled: true } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    for (const place of grid.querySelectorAll('[data-imagenode-part="preview-variation-place"]'))
      expect(place.scrollHeight, String(place.textContent)).toBeLessThanOrEqual(place.clientHeight);
    for (const cell of grid.querySelectorAll<HTMLElement>("li")) {
      const [choose, ...others] = cell.querySelectorAll("button");
      const buttons = cell.querySelector("img") ? others : [choose, ...others];
      const boxes = buttons.flatMap((button) => (button ? [button.getBoundingClientRect()] : []));
      const bounds = cell.getBoundingClientRect();
      for (const [index, box] of boxes.entries()) {
        const name = `${cell.textContent} ${index}`;
        expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(LEAST);
        expect(box.left, name).toBeGreaterThanOrEqual(bounds.left);
        expect(box.right, name).toBeLessThanOrEqual(bounds.right);
        for (const other of boxes.slice(index + 1))
          expect(
            box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top,
            name,
          ).toBe(true);
      }
    }
  },
);
