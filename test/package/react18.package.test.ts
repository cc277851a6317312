import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { runScript } from "./command.js";

describe("in an app on React 18.2", () => {
  const app = inject("react18App");

  it("installs without another React", () => {
    const { version } = JSON.parse(readFileSync(join(app, "node_modules/react/package.json"), "utf8")) as {
      version: string;
    };
    expect(version).toBe("18.2.0");
  });

  it("renders the panel on the server", async () => {
    const script = join(app, "render.mjs");
    writeFileSync(
      script,
      `import { createElement as h } from "react";
       import { renderToString } from "react-dom/server";
       import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
       import { createImageNodeConfig } from "image-generation-node/contract";
       const panel = h(ImageNodePanel, { defaultValue: createImageNodeConfig({ prompt: { template: "A red fox" } }) });
       const scope = h(ImageNodeScope, { nodeId: "n4", nodeSlug: "image_gen", variables: [] }, panel);
       console.log(renderToString(h(ImageNodeProvider, { baseUrl: "/api/image-node" }, scope)));\n`,
    );
    const { code, output } = await runScript(app, script);
    expect(code, output).toBe(0);
    expect(output).not.toMatch(/^Warning:/m);
    expect(output).toContain("A red fox");
    for (const name of ["Manual", "Prompt AI", "Auto", "Aspect ratio", "Style", "Generate"])
      expect(output).toContain(name);
  });
});
