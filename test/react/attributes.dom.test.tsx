import { describe, expect, it } from "vitest";
import { FAMILIES, PART_SOURCES, documentedIn, setIn } from "./documentedAttributes.js";

/** Where the attribute stands in a helper, or its name is computed. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  "catalog-select-content": ["data-catalog"],
  "catalog-select-item": ["data-catalog", "data-fit", "data-retired"],
  "config-form-cost-estimate": ["data-state"],
  "config-form-credits": ["data-state"],
  "config-form-root": ["data-dirty"],
  "preview-frame": ["data-ratio", "data-status"],
  "preview-pinned": ["data-settings", "data-state"],
  "prompt-editor-highlight": ["data-state"],
  "prompt-editor-suggestion-type": ["data-type"],
  "prompt-editor-suggestions": ["data-open", "data-side"],
};

/** What stands for other parts until they are there, with their attributes. */
const STANDS_FOR_OTHERS = ["panel-first-preview", "panel-result"];

describe("the documented attributes", () => {
  const parts = [...PART_SOURCES].filter(
    ([part, source]) =>
      FAMILIES.test(part) && !STANDS_FOR_OTHERS.includes(part) && /data-|@selector/.test(source),
  );

  it("are found at all", () => {
    expect(parts.length).toBeGreaterThan(15);
  });

  it.each(parts)("of %s are those that it sets", (part, source) => {
    expect(documentedIn(source)).toEqual([...setIn(source), ...(ELSEWHERE[part] ?? [])].sort());
  });
});
