import { growthOf } from "./countSteps.js";
import type { GenerateManyOptions, Outcome } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { expect, it } from "vitest";
import { createBatch } from "../../src/react/preview/gallery/createBatch.js";
import { generateMany } from "../../src/client/generateMany.js";
import { createSampleGeneration } from "../client/samples.js";

/** Work that no number of items may need more of than a linear one. */
const LINEAR = 8;

const request = { config: createImageNodeConfig({ prompt: { template: "A lamp" } }) };
const itemsOf = (count: number) => Array.from({ length: count }, () => request);
const baseOf = (index: number) => ({ index, key: `key_${index}`, fingerprint: `f_${index}` });
const generation = createSampleGeneration();

/** A client that begins and ends the items one after the other; `end` says how. */
const clientOf = (end: (index: number) => Outcome) => ({
  generate: async () => generation,
  cancel: async () => undefined,
  async generateMany(items: readonly unknown[], o: GenerateManyOptions = {}) {
    for (const index of items.keys()) {
      o.onStart?.({ ...baseOf(index), id: `gen_${index}` });
      o.onItem?.(end(index));
    }
    return [];
  },
});
const made = (index: number): Outcome => ({
  ...baseOf(index),
  status: "succeeded",
  generation,
  reused: false,
});
const left = (index: number): Outcome => ({ ...baseOf(index), status: "aborted", id: `gen_${index}` });

it.each([
  ["that succeed", made],
  ["that are left", left],
])("the work of a batch grows with its items: %s", async (_, end) => {
  const run = async (size: number) => {
    const batch = createBatch(clientOf(end));
    batch.subscribe(() => batch.getSnapshot());
    await batch.start(itemsOf(size));
  };
  expect(await growthOf(run, 300)).toBeLessThan(LINEAR);
});

it("equal items outside of a workflow run are not searched for what is complete", async () => {
  const readsOf = async (size: number) => {
    let reads = 0;
    const items = itemsOf(size);
    const outcomes = await generateMany(async () => generation, items);
    const completed = outcomes.toReversed().map((outcome) => ({
      ...outcome,
      get index() {
        reads += 1;
        return outcome.index;
      },
    }));
    const never = () => Promise.reject(new Error("An item was asked for again."));
    const again = await generateMany(never, items, { completed });
    expect(again.every((outcome) => outcome.status === "succeeded" && outcome.reused)).toBe(true);
    return reads / size;
  };
  expect(await readsOf(600)).toBe(await readsOf(300));
});
