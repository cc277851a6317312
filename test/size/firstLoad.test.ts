import { beforeAll, describe, expect, it } from "vitest";
import { bundleModules } from "../../bench/size/bundleSize.ts";

const HOST = /^react(?:-dom|-hook-form)?(?:\/|$)/;

/** What only an open list needs. */
const LIST =
  /\/(?:@radix-ui\/react-(?:select|popper|dismissable-layer|focus-scope|focus-guards|portal|use-size|visually-hidden)|@floating-ui\/[^/]+|aria-hidden|react-remove-scroll[^/]*|use-sidecar)\/|\/src\/react\/catalog-select\/list\//;

describe.each([
  ["the panel", "ImageNodePanel, ImageNodeProvider, ImageNodeScope"],
  ["a select of a host's own arrangement", "StyleSelect, ImageModelSelect"],
])("the first load of %s", (_name, names) => {
  let modules: readonly string[] = [];
  beforeAll(async () => {
    modules = await bundleModules(`export { ${names} } from "image-generation-node";`, (id) => HOST.test(id));
  }, 120_000);

  it("has the trigger of a select", () => {
    expect(modules.some((id) => id.endsWith("/CatalogSelectTrigger.tsx"))).toBe(true);
  });

  it("has nothing of its list, nor of the library that does it", () => {
    expect(modules.filter((id) => LIST.test(id))).toEqual([]);
  });
});
