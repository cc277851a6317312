import { act, render, waitFor } from "@testing-library/react";
import { Preview } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import type { GenerationState, GenerationStore } from "image-generation-node/client";
import { expect, it } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const region = () => document.querySelector('[data-imagenode-part="preview-announcer"]');

/** A store whose state the test sets. */
function createFakeStore(start: GenerationState) {
  const fake = createFakeClient();
  let state = start;
  const listeners = new Set<() => void>();
  const store: GenerationStore = {
    ...createGeneration(fake.client),
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const set = (next: GenerationState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return { fake, store, set };
}

const drawn = (id: string, startedAt: number): GenerationState => ({
  status: "succeeded",
  startedAt,
  generation: generationOf({ id }),
});

it("announces an end of one of several anew that came between two renderings", async () => {
  const several = (startedAt: number): GenerationState => ({
    ...drawn("gen_1", 1000),
    chosen: 0,
    variations: [drawn("gen_1", 1000), drawn("gen_2", startedAt)],
  });
  const { fake, store, set } = createFakeStore(several(1000));
  render(
    <Node fake={fake} generation={store}>
      <Preview.Root>
        <Preview.Announcer />
      </Preview.Root>
    </Node>,
  );
  const ends = () => [...(region()?.querySelectorAll("span") ?? [])].filter((end) => end.textContent?.trim());
  await waitFor(() => expect(ends()).toHaveLength(2));
  const [first, second] = ends();
  act(() => set(several(2000)));
  expect(ends()[0]).toBe(first);
  expect(ends()[1]).not.toBe(second);
  expect(ends()[1]?.textContent).toBe("Picture 2 is ready.");
});

it("announces a run anew that began and ended between two renderings", async () => {
  const { fake, store, set } = createFakeStore(drawn("gen_1", 1000));
  render(
    <Node fake={fake} generation={store}>
      <Preview.Root>
        <Preview.Announcer />
      </Preview.Root>
    </Node>,
  );
  await waitFor(() => expect(region()?.textContent).toBe("The picture is ready."));
  const first = region()?.firstElementChild;
  act(() => set(drawn("gen_1", 1000)));
  expect(region()?.firstElementChild).toBe(first);
  act(() => {
    set({ status: "running", startedAt: 2000 });
    set(drawn("gen_2", 2000));
  });
  expect(region()?.textContent).toBe("The picture is ready.");
  expect(region()?.firstElementChild).not.toBe(first);
});
