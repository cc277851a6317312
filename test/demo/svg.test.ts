import { describe, expect, it } from "vitest";
import { element, escapeXml } from "../../src/demo/drawing/svg.js";
import { drawText, measureText } from "../../src/demo/drawing/strokeFont.js";

describe("element", () => {
  it("escapes what stands in an attribute", () => {
    expect(element("g", { "data-text": '"><script>&' })).toBe(
      '<g data-text="&quot;&gt;&lt;script&gt;&amp;"/>',
    );
  });

  it("drops characters that XML does not allow", () => {
    expect(escapeXml("a\u0000b\u001fc\ud800d")).toBe("abcd");
  });
});

describe("drawText", () => {
  it("draws letters as strokes and leaves out what it does not know", () => {
    expect(drawText("+24 %", 0, 0, 60, "#000000")).toContain('data-text="+24 %"');
    expect(drawText("狐<a>", 0, 0, 60, "#000000")).toContain('data-text="A"');
    expect(drawText("狐", 0, 0, 60, "#000000")).toBe("");
  });

  it("measures in step with the size", () => {
    expect(measureText("GROWTH", 120)).toBeCloseTo(measureText("GROWTH", 60) * 2);
    expect(measureText("", 60)).toBe(0);
  });
});
