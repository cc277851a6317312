import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { fixedStore } from "../../stories/support/fixedStore.js";
import { variables } from "./samples.js";

describe("the panel on a server", () => {
  it("renders no grid of several pictures yet: where they are is known in the page", () => {
    const startedAt = 1;
    const running = { status: "running", startedAt } as const;
    const html = renderToString(
      <ImageNodeProvider baseUrl="/api/image-node">
        <ImageNodeScope
          nodeId="n4"
          nodeSlug="image_gen"
          generation={fixedStore({ ...running, variations: [running, running] })}
        >
          <ImageNodePanel value={createImageNodeConfig()} />
        </ImageNodeScope>
      </ImageNodeProvider>,
    );
    expect(html).not.toContain('data-imagenode-part="preview-variations"');
    expect(html).toContain('data-imagenode-part="preview-frame"');
  });

  it("renders its text, fields and empty preview without a request", () => {
    const config = createImageNodeConfig({ prompt: { template: "A quiet lake" }, style: "sketch" });
    const html = renderToString(
      <ImageNodeProvider baseUrl="/api/image-node">
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
          <ImageNodePanel value={config} />
        </ImageNodeScope>
      </ImageNodeProvider>,
    );
    for (const words of [
      "A quiet lake",
      "Sketch",
      "Square 1:1",
      "Generate",
      "Your picture will appear here.",
    ]) {
      expect(html).toContain(words);
    }
  });
});
