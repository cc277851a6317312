import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, inject, it } from "vitest";

interface Bundle {
  /** Every module of which code is left, as a path below node_modules. */
  readonly modules: readonly string[];
  /** What is loaded from elsewhere. */
  readonly imports: readonly string[];
  readonly code: string;
}

/** Bundles an app of one file from the installed package, as a bundler for browsers does. */
async function bundle(name: string, source: string): Promise<Bundle> {
  const app = inject("app");
  const input = join(app, `${name}.mjs`);
  writeFileSync(input, source);
  const build = await rolldown({ input, platform: "browser", cwd: app, logLevel: "silent" });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  const chunks = output.filter((part) => part.type === "chunk");
  return {
    modules: chunks
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([, { code }]) => code)
      .map(([id]) => id.split("node_modules/").at(-1) ?? id),
    imports: chunks.flatMap(({ imports }) => imports).filter((id) => !id.endsWith(".js")),
    code: chunks.map(({ code }) => code).join("\n"),
  };
}

const from = ({ modules }: Bundle, pattern: RegExp) => modules.filter((path) => pattern.test(path));
const OWN = /^image-generation-node\//;

describe("what a bundler takes from", () => {
  it.each(["template", "contract", "client"])("%s holds no React and nothing of Node", async (entry) => {
    const found = await bundle(`all-${entry}`, `export * from "image-generation-node/${entry}";`);
    expect(from(found, OWN).length).toBeGreaterThan(3);
    expect(from(found, /^(?:react|react-dom|scheduler|react-hook-form|@radix-ui)\//)).toEqual([]);
    expect(from(found, /^image-generation-node\/dist\/(?:react|server|demo|testing|cli)\//)).toEqual([]);
    expect(found.imports).toEqual([]);
  });

  it("the root holds no server code and nothing of Node", async () => {
    const found = await bundle("all-root", 'export * from "image-generation-node";');
    expect(from(found, /^image-generation-node\/dist\/react\//).length).toBeGreaterThan(100);
    expect(from(found, /^image-generation-node\/dist\/(?:server|demo|testing|cli)\//)).toEqual([]);
    expect(from(found, /^(?:sharp|ai|pg|ioredis|bullmq|aws4fetch)\//)).toEqual([]);
    expect(found.imports).toEqual([]);
    expect(found.code).not.toMatch(/["']node:/);
  });

  it("one part holds no other family", async () => {
    const found = await bundle("one-part", 'export { ModeSwitchRoot } from "image-generation-node";');
    expect(from(found, /\/react\/mode-switch\//)).not.toEqual([]);
    expect(from(found, /\/react\/(?:prompt-editor|catalog-select|panel)\//)).toEqual([]);
  });

  it.each(["", "/template", "/contract", "/client", "/demo", "/testing"])(
    "image-generation-node%s that uses nothing of it is nothing",
    async (entry) => {
      const found = await bundle(
        `unused${entry.replace("/", "-")}`,
        `import "image-generation-node${entry}";`,
      );
      expect(from(found, OWN)).toEqual([]);
    },
  );
});
