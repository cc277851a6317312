import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computePlacement, type PlacementInput } from "../../src/react/prompt-editor/list/placePopup.js";

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

  it("[case 44] lies wholly in what is seen, wherever its anchor went and whatever is left of the page", () => {
    const place = fc.integer({ min: -1000, max: 2000 });
    const size = fc.integer({ min: 100, max: 900 });
    fc.assert(
      fc.property(
        place,
        place,
        place,
        place,
        size,
        size,
        size,
        fc.boolean(),
        (x, y, left, top, w, h, tall, rtl) => {
          const visible = { left, top, right: left + w, bottom: top + h };
          const anchor = { left: x, right: x + 9, top: y, bottom: y + 20 };
          const popup = { width: w - 16, height: tall };
          const placed = computePlacement({ anchor, popup, visible, viewportHeight: 700, rtl });
          const height = Math.min(tall, placed.maxHeight);
          const end = 700 - (placed.bottom ?? 0);
          const from = placed.top ?? end - height;
          expect(from).toBeGreaterThanOrEqual(top + 8);
          expect(from + height).toBeLessThanOrEqual(top + h - 8);
          expect(placed.left).toBe(left + 8);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
