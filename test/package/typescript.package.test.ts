import { mkdirSync, writeFileSync } from "node:fs";
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
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  types: ["node"],
};
const RESOLUTIONS = {
  bundler: { module: "ESNext", moduleResolution: "Bundler" },
  nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
};

/** What TypeScript says of the consumer and of this package's declarations; other packages' are not ours to judge. */
async function compile(
  app: string,
  resolution: keyof typeof RESOLUTIONS,
  name: string,
  text: string,
  skipLibCheck = false,
): Promise<string[]> {
  const folder = join(app, `${name}-${resolution}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.tsx"), text);
  const compilerOptions = { ...OPTIONS, ...RESOLUTIONS[resolution], skipLibCheck };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["index.tsx"] }));
  const { output } = await runScript(folder, join(app, "node_modules/typescript/bin/tsc"), [
    "-p",
    ".",
    "--pretty",
    "false",
  ]);
  return output
    .split("\n")
    .filter((line) => /error TS/.test(line))
    .filter((line) => !/node_modules\/(?!image-generation-node\/)/.test(line.split("(")[0] ?? ""));
}

describe.each(["bundler", "nodenext"] as const)("a TypeScript app under %s", (resolution) => {
  it("compiles with exact optional properties, this package's declarations included", async () => {
    expect(await compile(inject("app"), resolution, "consumer", CONSUMER)).toEqual([]);
  });
});

describe("a TypeScript app", () => {
  it("is told of a misuse", async () => {
    const errors = await compile(inject("app"), "bundler", "misuse", MISUSE, true);
    expect(errors.map((line) => line.split("(")[0])).toEqual(["index.tsx", "index.tsx"]);
  });
});
