import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Browser } from "playwright";
import { startCommand } from "./background.js";
import { drawOnce, openBrowser, visit } from "./browser.js";
import { runScript } from "./command.js";
import { freePort } from "./freePort.js";

const FILES: Readonly<Record<string, string>> = {
  "next.config.mjs": "export default { outputFileTracingRoot: import.meta.dirname };\n",
  "app/layout.jsx": `import "image-generation-node/styles.css";
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  // No "use client" anywhere: the page is a Server Component, and its props cross to the browser as data.
  "app/page.jsx": `import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";

const variables = [{ slug: "trigger", label: "Trigger", sample: { output: { style: "noir" } } }];

export default function Page() {
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
        <ImageNodePanel defaultValue={createImageNodeConfig({ prompt: { template: "A {{trigger.output.style}} cat" } })} />
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}
`,
  "app/parts/page.jsx": `import { PromptEditor } from "image-generation-node";

export default function Page() {
  return (
    <PromptEditor.Root variables={[]} defaultValue="A lighthouse at dusk">
      <PromptEditor.Label>Own label</PromptEditor.Label>
      <PromptEditor.Input rows={3} />
    </PromptEditor.Root>
  );
}
`,
  "app/api/image-node/[...path]/route.js": `import { createDemoBackend } from "image-generation-node/demo";

const publicUrl = process.env.PUBLIC_URL ?? "http://127.0.0.1:3000/api/image-node";
const { handler } = createDemoBackend({ publicUrl });
export { handler as GET, handler as POST, handler as DELETE };
`,
};

describe("in a Next.js App Router build", () => {
  const app = inject("app");
  const page = (path: string) => readFileSync(join(app, ".next/server/app", path), "utf8");

  beforeAll(async () => {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      writeFileSync(join(app, path), text);
    }
    const { code, output } = await runScript(app, join(app, "node_modules/next/dist/bin/next"), ["build"]);
    expect(code, output).toBe(0);
  });

  it("a Server Component renders the whole panel", () => {
    const html = page("index.html");
    expect(html).toContain("A {{trigger.output.style}} cat");
    for (const name of ["Manual", "Prompt AI", "Auto", "Aspect ratio", "Style", "Generate"])
      expect(html).toContain(name);
  });

  it("a Server Component dots into a namespace of parts", () => {
    const html = page("parts.html");
    expect(html).toContain("Own label");
    expect(html).toContain("A lighthouse at dusk");
  });

  it("the demo back end is a route handler", () => {
    expect(page("api/image-node/[...path]/route.js")).toContain("image-node");
  });

  describe("in the browser", () => {
    const next = join(app, "node_modules/next/dist/bin/next");
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    /** Runs `next start` or `next dev` on a free port while the test has the page open. */
    async function withPage(command: "start" | "dev", use: (url: string) => Promise<void>): Promise<void> {
      const port = String(await freePort());
      const url = `http://127.0.0.1:${port}`;
      const server = startCommand(app, process.execPath, [next, command, "-p", port, "-H", "127.0.0.1"], {
        PUBLIC_URL: `${url}/api/image-node`,
      });
      try {
        await server.printed(/Ready in/);
        await use(url);
      } finally {
        await server.stop();
      }
    }

    it("the built page comes alive and shows one picture of the route handler", async () => {
      await withPage("start", async (url) => {
        const { page, complaints } = await visit(browser, url);
        expect(await drawOnce(page, "A red fox under a full moon")).toBe(1024);
        expect(complaints).toEqual([]);
      });
    });

    it("the page hydrates without a warning of React's development build", async () => {
      await withPage("dev", async (url) => {
        const { page, complaints } = await visit(browser, url);
        await page.getByRole("tab", { name: "Auto" }).click();
        await page.locator('[role="tab"][aria-selected="true"]', { hasText: "Auto" }).waitFor();
        expect(complaints).toEqual([]);
      });
    });
  });
});
