import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Preview } from "image-generation-node";
import type { BatchItem } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { expect, it, vi } from "vitest";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { Node } from "./renderNode.js";

const request = { config: createImageNodeConfig({ prompt: { template: "A lamp" } }) };
const error = new ImageNodeError({ kind: "credits_exhausted", charged: false });

it("a batch that stopped says how many pictures were not begun, and why; each can be run alone", async () => {
  const items: BatchItem[] = [
    { index: 0, request, status: "failed", error },
    ...[1, 2].map((index) => ({ index, request, status: "undone" as const, error })),
  ];
  const retry = vi.fn(async () => undefined);
  const state = { ...NO_BATCH, status: "done" as const, items, succeeded: 100, failed: 1, undone: 2 };
  const batch = { start: retry, retry, stop: () => undefined, cancel: retry, state };
  render(
    <Node>
      <Preview.Gallery batch={batch} />
    </Node>,
  );
  expect(screen.getByRole("status")).toHaveTextContent(
    "100 pictures and 1 failed – 2 not begun: No credits left",
  );
  expect(screen.getByRole("listitem", { name: "Picture 1" })).toHaveTextContent("No credits left");
  expect(screen.getByRole("listitem", { name: "Picture 3" })).toHaveTextContent("Not begun");
  await userEvent.click(screen.getByRole("button", { name: "Retry picture 3" }));
  expect(retry).toHaveBeenCalledWith(2);
});
