import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, inject, it } from "vitest";
import { runScript } from "./command.js";
import { manifest, root } from "./project.js";
import { LANGUAGES } from "../../bench/size/entries.ts";

/** Every entry that the design knows, the source that makes it real, and names that it must export. */
const ENTRIES: readonly { entry: string; source: string; names: readonly string[] }[] = [
  {
    entry: ".",
    source: "src/index.ts",
    names: ["ImageNodeProvider", "ImageNodeScope", "ImageNodePanel", "PromptEditor", "useGeneration"],
  },
  {
    entry: "./template",
    source: "src/template/index.ts",
    names: ["parseTemplate", "resolveTemplate", "createVariableIndex", "schemaFromType", "sourcesFromPaths"],
  },
  {
    entry: "./contract",
    source: "src/contract/index.ts",
    names: ["imageNodeConfigSchema", "ERROR_KINDS", "ImageNodeError"],
  },
  {
    entry: "./contract/openapi",
    source: "src/contract/openapi.ts",
    names: ["openApiDocument", "outputJsonSchema"],
  },
  { entry: "./client", source: "src/client/index.ts", names: ["createClient", "createGeneration", "toFile"] },
  {
    entry: "./server",
    source: "src/server/index.ts",
    names: ["createImageNodeHandler", "memoryStorage", "fileStorage", "s3Storage", "memoryRunStore"],
  },
  {
    entry: "./server/queue",
    source: "src/server/queue/index.ts",
    names: [
      "createGenerationQueue",
      "createGenerationWorker",
      "consumeGenerations",
      "postgresRunStore",
      "redisRunStore",
    ],
  },
  { entry: "./demo", source: "src/demo/index.ts", names: ["createDemoBackend"] },
  {
    entry: "./testing",
    source: "src/testing/index.ts",
    names: ["createScriptedBackend", "inProcessFetch", "fixtures"],
  },
  { entry: "./testing/vitest", source: "src/testing/vitest.ts", names: [] },
  ...LANGUAGES.map((tag) => ({
    entry: `./messages/${tag}`,
    source: `src/react/messages/${tag}.ts`,
    names: [tag.replace("-", "")],
  })),
];
const FILES = [
  { entry: "./template-cases.json", source: "template-cases.json" },
  { entry: "./styles.css", source: "src/styles.css" },
  { entry: "./styles.layer.css", source: "src/styles.layer.css" },
  { entry: "./package.json", source: "package.json" },
];
const exists = ({ source }: { source: string }) => existsSync(join(root, source));
const code = ENTRIES.filter(exists);

describe("the packed package", () => {
  const files = inject("packedFiles");
  const app = inject("app");
  const installed = (path: string) => join(app, "node_modules/image-generation-node", path);

  it("declares exactly the entries whose source exists", () => {
    const expected = [...code, ...FILES.filter(exists)].map(({ entry }) => entry);
    expect(Object.keys(manifest.exports).sort()).toEqual(expected.sort());
  });

  it("contains every file that it points to", () => {
    const targets = [
      ...Object.values(manifest.exports),
      ...Object.values(manifest.imports),
      ...Object.values(manifest.bin ?? {}),
    ]
      .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
      .map((path) => path.replace(/^\.\//, ""));
    expect(targets.filter((path) => !files.includes(path))).toEqual([]);
  });

  it("contains nothing but the build, the documents, the language's grammar and test vectors, and what npm adds", () => {
    const known = [
      "package.json",
      "README.md",
      "CHANGELOG.md",
      "SECURITY.md",
      "LICENSE",
      "template-cases.json",
      "src/template/GRAMMAR.md",
    ];
    expect(files.filter((path) => !/^(?:dist|docs)\//.test(path) && !known.includes(path))).toEqual([]);
  });

  it('keeps "use client" on the parts and never puts it on an index', () => {
    const marked = (path: string) => /^["']use client["'];/.test(readFileSync(installed(path), "utf8"));
    expect(marked("dist/react/provider/ImageNodeProvider.js")).toBe(true);
    expect(marked("dist/index.js")).toBe(false);
    expect(files.filter((path) => /\/index(?:\.parts)?\.js$/.test(path)).filter(marked)).toEqual([]);
  });

  it.each(code)("gives Node $entry", async ({ entry, names }) => {
    const specifier = manifest.name + entry.slice(1);
    const script = join(app, `import${entry.replace(/\W/g, "-")}.mjs`);
    writeFileSync(script, `console.log(JSON.stringify(Object.keys(await import("${specifier}"))));\n`);
    const { code: exit, output } = await runScript(app, script);
    expect({ exit, output }).toEqual({ exit: 0, output: expect.stringMatching(/^\[.*\]\n$/) as string });
    const exported = JSON.parse(output) as string[];
    expect(exported).toEqual(expect.arrayContaining([...names]));
    expect(exported).not.toContain("default");
  });

  it("gives Node the template cases", async () => {
    const script = join(app, "import-cases.mjs");
    writeFileSync(
      script,
      `import cases from "image-generation-node/template-cases.json" with { type: "json" };
       console.log(JSON.stringify(cases).length);\n`,
    );
    const { code: exit, output } = await runScript(app, script);
    expect(exit, output).toBe(0);
    expect(Number(output)).toBeGreaterThan(5000);
  });

  it("draws with the demo back end, found through the package's own imports", async () => {
    const script = join(app, "draw.mjs");
    writeFileSync(
      script,
      `import { createDemoBackend } from "image-generation-node/demo";
       import { createClient } from "image-generation-node/client";
       import { createImageNodeConfig } from "image-generation-node/contract";
       const baseUrl = "http://127.0.0.1:1/api/image-node";
       const { handler } = createDemoBackend({ publicUrl: baseUrl });
       const client = createClient({ baseUrl, fetch: (input, init) => handler(new Request(input, init)) });
       const config = createImageNodeConfig({ prompt: { template: "A red fox under a full moon" } });
       const { image, output } = await client.generate({ config, variables: {} });
       console.log(JSON.stringify({ width: image.width, height: image.height, mimeType: output._metadata.mimeType }));\n`,
    );
    const { code: exit, output } = await runScript(app, script);
    expect(exit, output).toBe(0);
    expect(JSON.parse(output)).toEqual({ width: 1024, height: 1024, mimeType: "image/png" });
  });

  it("has a peer for everything that it imports and does not depend on", () => {
    const own = JSON.parse(readFileSync(installed("package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const allowed = new Set([...Object.keys(own.dependencies), ...Object.keys(manifest.peerDependencies)]);
    const imported = files
      .filter((path) => /^dist\/.*\.js$/.test(path))
      .flatMap((path) => ts.preProcessFile(readFileSync(installed(path), "utf8"), true, true).importedFiles)
      .map(({ fileName }) => fileName)
      .filter((name) => !/^(?:[.#]|node:)/.test(name))
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      );
    expect(imported).toContain("react");
    expect([...new Set(imported)].filter((name) => !allowed.has(name))).toEqual([]);
  });
});
