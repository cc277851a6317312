import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Preview } from "image-generation-node";
import type { BatchItem, BatchState, MessageOverrides } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { zhCN } from "image-generation-node/messages/zh-CN";
import { expect, it, vi } from "vitest";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { Node } from "./renderNode.js";

const request = { config: createImageNodeConfig({ prompt: { template: "A lamp" } }) };
const error = new ImageNodeError({ kind: "credits_exhausted", charged: false });

/** Renders a batch that has ended so. */
function renderBatch(
  counts: Partial<BatchState>,
  items: readonly BatchItem[],
  messages?: MessageOverrides,
  retry = vi.fn(async () => undefined),
) {
  const state = { ...NO_BATCH, status: "done" as const, items, ...counts };
  const batch = { start: retry, retry, stop: () => undefined, cancel: retry, state };
  return render(
    <Node {...(messages && { messages })}>
      <Preview.Gallery batch={batch} />
    </Node>,
  );
}

it("a batch that stopped says how many pictures were not begun, and why; each can be run alone", async () => {
  const items: BatchItem[] = [
    { index: 0, request, status: "failed", error },
    ...[1, 2].map((index) => ({ index, request, status: "undone" as const, error })),
  ];
  const retry = vi.fn(async () => undefined);
  renderBatch({ succeeded: 100, failed: 1, undone: 2 }, items, undefined, retry);
  expect(screen.getByRole("status")).toHaveTextContent(
    "100 pictures and 1 failed – 2 not begun: No credits left",
  );
  expect(screen.getByRole("listitem", { name: "Picture 1" })).toHaveTextContent("No credits left");
  expect(screen.getByRole("listitem", { name: "Picture 3" })).toHaveTextContent("Not begun");
  await userEvent.click(screen.getByRole("button", { name: "Retry picture 3" }));
  expect(retry).toHaveBeenCalledWith(2);
});

it("a batch is told in the order and with the signs of the language", () => {
  const items: BatchItem[] = [{ index: 0, request, status: "undone", error }];
  const words = {
    ...zhCN.words,
    "gallery.doneAndFailed": "{failed}；{done}",
    "gallery.endedAndLeft": "{left}。{ended}",
  };
  renderBatch({ succeeded: 3, failed: 2, undone: 4 }, items, { locale: "zh-CN", words });
  expect(screen.getByRole("status").textContent).toMatch(/^未开始 4 张：.+。失败 2 张；已完成 3 张$/);
});

it.each([
  [undefined, "Failed"],
  [de, "Gescheitert"],
])("a picture that failed, nobody knows why, is said to have failed", (messages, expected) => {
  renderBatch({ failed: 1 }, [{ index: 0, request, status: "failed" }], messages);
  expect(screen.getByRole("listitem").textContent).toMatch(new RegExp(`^${expected} `));
});
