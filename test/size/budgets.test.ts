import { beforeAll, describe, expect, it } from "vitest";
import { BUDGETS } from "../../bench/size/budgets.ts";
import { bundleSize } from "../../bench/size/bundleSize.ts";
import { measureSizes } from "../../bench/size/measureSize.ts";
import type { Sizes } from "../../bench/size/measureSize.ts";

describe("the size of", () => {
  let sizes: readonly Sizes[] = [];
  beforeAll(async () => {
    sizes = await measureSizes();
  }, 120_000);

  it.each(BUDGETS.map(({ name }) => name))("%s stays within its budget", (name) => {
    const found = sizes.find((size) => size.name === name);
    expect(found?.ownSize).toBeLessThanOrEqual(found?.own.limit ?? 0);
    if (found?.delivered) expect(found.deliveredSize).toBeLessThanOrEqual(found.delivered.limit);
  });

  it.each(
    BUDGETS.flatMap(({ name, own, delivered }) => [
      { name, bound: own },
      ...(delivered ? [{ name, bound: delivered }] : []),
    ]),
  )("$name may not grow past a goal of $bound.goal kB that it has reached", ({ name, bound }) => {
    const found = sizes.find((size) => size.name === name);
    const size = bound === found?.own ? found.ownSize : found?.deliveredSize;
    if (bound.goal !== null && size !== undefined && size <= bound.goal) {
      expect(bound.limit).toBeLessThanOrEqual(bound.goal);
    } else expect(bound.limit).toBeLessThanOrEqual((size ?? 0) * 1.1);
  });
});

describe("measuring sizes", () => {
  it("sees code that is added, and none that is left out", async () => {
    const source = 'export { parsePath } from "image-generation-node/template";';
    const alone = await bundleSize(source, () => false);
    const more = await bundleSize(
      `${source}\nexport const added = ${JSON.stringify(crypto.randomUUID())};`,
      () => false,
    );
    const without = await bundleSize(source, (id) => id.includes("/src/template/"));
    expect(more).toBeGreaterThan(alone);
    expect(without).toBeLessThan(alone / 3);
  });
});

it("keeps what only back ends and documents need out of a client's page", async () => {
  const client = 'export { createClient } from "image-generation-node/client";';
  const document = 'export { openApiDocument } from "image-generation-node/contract/openapi";';
  const both = await bundleSize(`${client}\n${document}`, () => false);
  expect(both - (await bundleSize(client, () => false))).toBeGreaterThan(3);
});
