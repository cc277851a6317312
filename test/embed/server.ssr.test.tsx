import { describe, expect, it, vi } from "vitest";
import { renderNode } from "../../stories/embed/renderNode.js";

describe("the panel of the guide on a server", () => {
  it("is HTML, and asks for nothing", () => {
    const fetch = vi.spyOn(globalThis, "fetch");
    const html = renderNode();
    expect(html).toContain("<textarea");
    expect(html).toContain("Generate");
    expect(fetch).not.toHaveBeenCalled();
    fetch.mockRestore();
  });
});
