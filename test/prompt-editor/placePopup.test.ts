import { describe, expect, it } from "vitest";
import { computePlacement, type PlacementInput } from "../../src/react/prompt-editor/placePopup.js";

const base: PlacementInput = {
  anchor: { left: 100, right: 100, top: 200, bottom: 220 },
  popup: { width: 300, height: 240 },
  visible: { left: 0, top: 0, right: 800, bottom: 600 },
  viewportHeight: 600,
  rtl: false,
};

describe("computePlacement", () => {
  it("hangs below its anchor, aligned at the start", () => {
    expect(computePlacement(base)).toEqual({
      side: "bottom",
      left: 100,
      top: 224,
      bottom: null,
      maxHeight: 368,
    });
  });

  it("[case 28] aligns at the right edge in right-to-left text", () => {
    expect(computePlacement({ ...base, rtl: true, anchor: { ...base.anchor, right: 500 } }).left).toBe(200);
  });

  it("[case 44] flips where there is more room above", () => {
    const anchor = { ...base.anchor, top: 500, bottom: 520 };
    expect(computePlacement({ ...base, anchor })).toMatchObject({
      side: "top",
      top: null,
      bottom: 104,
      maxHeight: 488,
    });
  });

  it("[case 44] stays below where neither side has room, and is cut", () => {
    const visible = { left: 0, top: 0, right: 800, bottom: 460 };
    expect(computePlacement({ ...base, visible })).toMatchObject({ side: "bottom", maxHeight: 228 });
  });

  it("[case 44] keeps to what an on-screen keyboard and a pinch leave of the page", () => {
    const visible = { left: 50, top: 150, right: 350, bottom: 300 };
    const { left, maxHeight } = computePlacement({ ...base, visible, popup: { width: 280, height: 240 } });
    expect(left).toBe(62);
    expect(maxHeight).toBe(80);
  });

  it.each([
    [-40, 8],
    [700, 492],
  ])("pushes a popup at %i to %i", (left, expected) => {
    expect(computePlacement({ ...base, anchor: { ...base.anchor, left } }).left).toBe(expected);
  });

  it("stays in sight when its anchor is scrolled away", () => {
    const below = { ...base.anchor, top: 900, bottom: 920 };
    const above = { ...base.anchor, top: -300, bottom: -280 };
    for (const anchor of [below, above]) {
      const { top, bottom } = computePlacement({ ...base, anchor });
      const edge = top ?? 600 - (bottom ?? 0);
      expect(edge).toBeGreaterThanOrEqual(0);
      expect(edge).toBeLessThanOrEqual(600);
    }
  });
});
