import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../bench/size/entries.ts";
import { bundleModules } from "../../bench/size/bundleSize.ts";
import { languages } from "../../stories/support/languages.js";

describe("the entry of a language", () => {
  it("is measured and shown for each", () => {
    expect(["en", ...LANGUAGES]).toEqual(languages.map(({ tag }) => tag));
  });

  it.each(LANGUAGES)("of %s loads its own words and nothing else", async (tag) => {
    const modules = await bundleModules(
      `export * from "image-generation-node/messages/${tag}";`,
      () => false,
    );
    const own = modules.filter((id) => id.includes(`/src/react/messages/${tag}`));
    expect(own.length).toBe(19);
    expect(modules.filter((id) => id.includes("/src/") && !own.includes(id))).toEqual([]);
    expect(modules.filter((id) => id.includes("/node_modules/"))).toEqual([]);
  });
});
