import { render } from "@testing-library/react";
import { Preview } from "image-generation-node";
import type { BatchItem, BatchState } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { StrictMode } from "react";
import { describe, expect, it, vi } from "vitest";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { Node } from "./renderNode.js";

const request = { config: createImageNodeConfig({ prompt: { template: "A lamp" } }) };
const batch = {
  start: async () => undefined,
  retry: async () => undefined,
  stop: () => undefined,
  cancel: async () => undefined,
};

/** A gallery of so many items, and counters of the items that are rendered and looked at. */
function createGallery(count: number) {
  const read = vi.fn<(key: string) => void>();
  const looked = vi.fn();
  const words = new Proxy<Record<string, string>>(
    {},
    { getOwnPropertyDescriptor: (_, key) => void read(String(key)) },
  );
  const messages = { words };
  const itemOf = (index: number, status: BatchItem["status"]): BatchItem =>
    new Proxy<BatchItem>(
      { index, request, status },
      {
        get(item, name, own) {
          looked();
          return Reflect.get(item, name, own) as unknown;
        },
      },
    );
  let items = Array.from({ length: count }, (_, index) => itemOf(index, "waiting"));
  const state = (): BatchState => ({ ...NO_BATCH, status: "running", items });
  // A host that makes its handlers anew each time.
  const view = () => (
    <Node messages={messages}>
      <Preview.Gallery
        batch={{ ...batch, retry: async () => undefined, state: state() }}
        onItemSelect={() => undefined}
      />
    </Node>
  );
  const { rerender, getAllByRole } = render(view());
  const rendered = () => read.mock.calls.filter(([key]) => key === "gallery.item").length;
  return {
    getAllByRole,
    /** Changes one item. Returns how many were rendered, and how often any was looked at. */
    change(index: number, status: BatchItem["status"]) {
      items = items.map((item, at) => (at === index ? itemOf(index, status) : item));
      read.mockClear();
      looked.mockClear();
      rerender(view());
      return { rendered: rendered(), looked: looked.mock.calls.length };
    },
  };
}

describe("<Preview.Gallery /> of many items", () => {
  it("renders one item for one event, and looks at no more of them in a larger batch", () => {
    const [small, large] = [250, 500].map((count) => createGallery(count).change(120, "failed"));
    expect(small?.rendered).toBe(1);
    expect(large).toEqual(small);
  });

  it("is one list of all items by their names", () => {
    const { change, getAllByRole } = createGallery(250);
    change(249, "failed");
    const [list, ...others] = getAllByRole("list");
    expect(others).toEqual([]);
    expect([...(list?.children ?? [])].map((item) => item.getAttribute("aria-label"))).toEqual(
      Array.from({ length: 250 }, (_, index) => `Picture ${index + 1}`),
    );
    expect(list?.lastElementChild?.getAttribute("data-status")).toBe("failed");
  });

  it("calls the handlers that the host gave last", () => {
    const retry = vi.fn(async () => undefined);
    const state: BatchState = {
      ...NO_BATCH,
      status: "done",
      items: [{ index: 0, request, status: "failed" }],
    };
    const view = (given: () => Promise<undefined>) => (
      <StrictMode>
        <Node>
          <Preview.Gallery batch={{ ...batch, retry: given, state }} />
        </Node>
      </StrictMode>
    );
    const { rerender, getByRole } = render(view(async () => undefined));
    rerender(view(retry));
    getByRole("button", { name: "Retry picture 1" }).click();
    expect(retry).toHaveBeenCalledExactlyOnceWith(0);
  });
});
