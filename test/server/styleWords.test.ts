import { describe, expect, it } from "vitest";
import { STYLES } from "image-generation-node/contract";
import { mergeStyles, toSentPrompt } from "../../src/server/models/styleWords.js";

describe("mergeStyles", () => {
  it("offers the ten documented styles in their order", () => {
    expect([...mergeStyles().keys()]).toEqual([...STYLES]);
  });

  it("merges overrides by id and puts a host's own styles last", () => {
    const styles = mergeStyles([
      { id: "sketch", swatchUrl: "/sketch.png" },
      { id: "brand", label: "Brand", description: "Teal and coral" },
    ]);
    expect(styles.get("sketch")).toMatchObject({ label: "Sketch", swatchUrl: "/sketch.png" });
    expect([...styles.keys()].at(-1)).toBe("brand");
  });
});

describe("toSentPrompt", () => {
  const styles = mergeStyles([{ id: "brand", label: "Brand", description: "Teal and coral" }]);
  it.each([
    ["A fox", "auto", "A fox"],
    ["A fox", "watercolor", "A fox. Style: watercolor, soft edges, artistic paper texture"],
    ["A fox. ", "anime", "A fox. Style: anime, manga art style"],
    ["A fox!", "brand", "A fox! Style: Brand, Teal and coral"],
  ])("adds to %j the words of %s", (prompt, id, sent) => {
    expect(toSentPrompt(prompt, styles.get(id) ?? { id })).toBe(sent);
  });
});
