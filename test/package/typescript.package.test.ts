import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { runScript } from "./command.js";

const CONSUMER = `
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope, Preview, PromptEditor, useGeneration } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig, ImageNodeError, validateImageNodeConfig } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import { openApiDocument } from "image-generation-node/contract/openapi";
import { createDemoBackend } from "image-generation-node/demo";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { resolveTemplate } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import "image-generation-node/styles.css";
import { useState } from "react";

const variables: readonly VariableSource[] = [{ slug: "trigger", label: "Trigger", sample: { output: { style: "noir" } } }];

export function Drawer({ saved }: { saved?: ImageNodeConfig | undefined }) {
  const [config, setConfig] = useState<ImageNodeConfig>(saved ?? createImageNodeConfig());
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
        <ImageNodePanel value={config} onValueChange={setConfig} />
        <Last />
      </ImageNodeScope>
      <PromptEditor.Root variables={variables} defaultValue="A {{trigger.output.style}} cat">
        <PromptEditor.Label>Prompt</PromptEditor.Label>
        <PromptEditor.Input rows={4} className="mine" data-own="yes" />
      </PromptEditor.Root>
    </ImageNodeProvider>
  );
}

function Last() {
  const { store, state } = useGeneration();
  const url: string | undefined = state.generation?.output.imageUrl;
  return <Preview.Root generation={store}><Preview.Image alt={url} /></Preview.Root>;
}

const { handler } = createDemoBackend();
const client = createClient({ baseUrl: "/api/image-node", fetch: (input, init) => handler(new Request(input, init)) });

export async function run(config: ImageNodeConfig): Promise<Generation | null> {
  const problems: readonly { code: string }[] = validateImageNodeConfig(config, { variables });
  const text: string = resolveTemplate(config.prompt.template, {}).text;
  try {
    return problems.length === 0 && text ? await client.generate({ config, variables: {} }) : null;
  } catch (error) {
    if (ImageNodeError.isInstance(error) && error.kind === "content_blocked") return null;
    throw error;
  }
}

export const document: object = openApiDocument();
export const own: (request: Request) => Promise<Response> = createImageNodeHandler({
  imageModels: { mine: { model: { generate: async () => new Uint8Array() }, label: "Mine" } },
  storage: memoryStorage(),
  signingSecret: "0123456789abcdef0123456789abcdef",
  authorize: ({ headers }) => (headers.has("cookie") ? { scope: "acme", subject: "ann" } : null),
  publicUrl: "https://example.com/api/image-node",
});
`;

const MISUSE = `
import { ImageNodePanel } from "image-generation-node";
import { createClient } from "image-generation-node/client";

export const panel = <ImageNodePanel value={{ version: 1 }} onValueChange={() => undefined} />;
export const client = createClient({ url: "/api/image-node" });
`;

const OPTIONS = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  jsx: "react-jsx",
  strict: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  types: ["node"],
};
const RESOLUTIONS = {
  bundler: { module: "ESNext", moduleResolution: "Bundler" },
  nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
};

interface Setup {
  app: "app" | "react18App";
  compiler: "typescript" | "typescript6";
  resolution: keyof typeof RESOLUTIONS;
  exact?: boolean;
  /** Whether declarations are believed: this package's are checked too unless they are. */
  skipLibCheck?: boolean;
}

/** What TypeScript says of the consumer and of this package's declarations; other packages' are not ours to judge. */
async function compile(name: string, text: string, setup: Setup): Promise<string[]> {
  const app = inject(setup.app);
  const folder = join(app, [name, setup.compiler, setup.resolution].join("-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.tsx"), text);
  const compilerOptions = {
    ...OPTIONS,
    ...RESOLUTIONS[setup.resolution],
    exactOptionalPropertyTypes: setup.exact ?? true,
    skipLibCheck: setup.skipLibCheck ?? false,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["index.tsx"] }));
  const compiler = join(app, "node_modules", setup.compiler, "bin/tsc");
  const { output } = await runScript(folder, compiler, ["-p", ".", "--pretty", "false"]);
  return output
    .split("\n")
    .filter((line) => /error TS/.test(line))
    .filter((line) => !/node_modules\/(?!image-generation-node\/)/.test(line.split("(")[0] ?? ""));
}

const versionOf = (app: string, name: string) =>
  (JSON.parse(readFileSync(join(app, "node_modules", name, "package.json"), "utf8")) as { version: string })
    .version;

// Each compiler meets each resolution, each React and each strictness once; all combinations would take a minute more.
describe.concurrent("compiles, this package's declarations included, an app with", () => {
  it.each<[string, Setup]>([
    ["TypeScript 5.9, bundler, React 19", { app: "app", compiler: "typescript", resolution: "bundler" }],
    ["TypeScript 6.0, nodenext, React 19", { app: "app", compiler: "typescript6", resolution: "nodenext" }],
    [
      "TypeScript 5.9, nodenext, React 18, inexact optional properties",
      { app: "react18App", compiler: "typescript", resolution: "nodenext", exact: false },
    ],
    [
      "TypeScript 6.0, bundler, React 18",
      { app: "react18App", compiler: "typescript6", resolution: "bundler" },
    ],
  ])("%s", async (name, setup) => {
    const app = inject(setup.app);
    expect(name).toContain(`TypeScript ${versionOf(app, setup.compiler).slice(0, 3)}`);
    expect(name).toContain(`React ${versionOf(app, "@types/react").slice(0, 2)}`);
    expect(await compile("consumer", CONSUMER, setup)).toEqual([]);
  });
});

describe("a TypeScript app", () => {
  it("is told of a misuse", async () => {
    const errors = await compile("misuse", MISUSE, {
      app: "react18App",
      compiler: "typescript6",
      resolution: "bundler",
      skipLibCheck: true,
    });
    expect(errors.map((line) => line.split("(")[0])).toEqual(["index.tsx", "index.tsx"]);
  });
});
