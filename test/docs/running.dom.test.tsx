import { mkdirSync, writeFileSync } from "node:fs";
import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { createVariableIndex } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import type { ComponentType, ReactElement, ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readSnippets, root } from "./documents.js";

/** Runs the snippet of a document that holds a text, and resolves with what it exports. */
async function runSnippet<Exports>(document: string, holds: string): Promise<Exports> {
  const snippet = readSnippets(document, "ts", "tsx").find(({ text }) => text.includes(holds));
  if (!snippet) throw new Error(`${document} has no snippet with ${holds}.`);
  const folder = `${root}.cache/docs`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${snippet.file}`, snippet.text);
  return (await import(/* @vite-ignore */ `${folder}/${snippet.file}`)) as Exports;
}

const { handler } = createScriptedBackend();

function Host({ children }: { children: ReactNode }) {
  const client = createClient({ baseUrl: "http://localhost/api", fetch: inProcessFetch(handler) });
  return (
    <ImageNodeProvider client={client}>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={[]}>
        {children}
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}

const picture = async () => within(screen.getByRole("region", { name: "Preview" })).findByRole("img");

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the README", () => {
  it("shows a panel that runs", async () => {
    vi.stubGlobal("fetch", inProcessFetch(handler, "http://localhost/"));
    const { NodeDrawer } = await runSnippet<{ NodeDrawer: ComponentType }>(
      "README.md",
      "function NodeDrawer",
    );
    render(<NodeDrawer />);
    await userEvent.type(screen.getByRole("textbox", { name: "Prompt" }), "A lamp");
    await userEvent.click(await screen.findByRole("button", { name: /^Generate/ }));
    expect(await picture()).toHaveAccessibleName("A lamp");
  });

  it("shows parts that make a panel", async () => {
    interface Props {
      config: ImageNodeConfig;
      onChange: (config: ImageNodeConfig) => void;
    }
    const { MyPanel } = await runSnippet<{ MyPanel: ComponentType<Props> }>("README.md", "function MyPanel");
    const onChange = vi.fn<Props["onChange"]>();
    render(
      <Host>
        <MyPanel config={createImageNodeConfig()} onChange={onChange} />
      </Host>,
    );
    await userEvent.type(screen.getByRole("textbox", { name: "Prompt" }), "A lamp");
    expect(onChange.mock.lastCall?.[0].prompt.template).toBe("A lamp");
    await userEvent.click(await screen.findByRole("button", { name: /^Generate/ }));
    await picture();
  });

  it("shows a back end that answers", async () => {
    type Handler = (request: Request) => Promise<Response>;
    const { GET } = await runSnippet<{ GET: Handler }>("README.md", "createDemoBackend");
    const response = await GET(new Request("http://127.0.0.1:3000/api/image-node/catalog"));
    expect(await response.json()).toMatchObject({ version: 1, defaults: { imageModel: "demo/illustrator" } });
  });
});

describe("the guides", () => {
  it("read a configuration of an older shape", async () => {
    const said: unknown[][] = [];
    vi.spyOn(console, "log").mockImplementation((...words) => void said.push(words));
    await runSnippet("docs/saved-config.md", "parseImageNodeConfig");
    expect(said[0]).toEqual(["landscape", "openai/dall-e-3", "marketing"]);
    expect(said.length).toBeGreaterThan(3);
    vi.mocked(console.log).mockRestore();
  });

  it.each([
    ['type: "@n8n', ["Poster of {{ $json.title }}", "gpt-image-2", "landscape", { quality: "hd" }]],
    ["tool_parameters", ["{{writer.output.text}} poster", "portrait", { quality: "standard" }]],
    ["moveRequest", ["gpt-image-1", "portrait", { quality: "high" }]],
  ])("read a node that others saved: %s", async (snippet, expected) => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await runSnippet("docs/moving.md", snippet);
    expect(log.mock.calls[0]).toEqual(expected);
    log.mockRestore();
  });

  it("make variables of paths and types", async () => {
    const { variables } = await runSnippet<{ variables: readonly VariableSource[] }>(
      "stories/Variables.mdx",
      "sourcesFromPaths(",
    );
    const index = createVariableIndex(variables);
    expect(index.children().map(({ label }) => label)).toEqual(["Agent 1", "Start", "Shop"]);
    expect(index.get('agent1["final answer"]')?.source.nodeId).toBe("3f2a");
    expect(index.get("start.files[0].name")?.type).toBe("unknown");
    expect(index.get("shop.product.tags")?.type).toBe("array");
    expect(index.has("shop.price")).toBe(false);
  });

  it("test a panel that is refused first and draws then", async () => {
    const guide = await runSnippet<{ panel: ReactElement; keys: () => string[] }>(
      "docs/testing.md",
      "export const panel",
    );
    render(guide.panel);
    await userEvent.click(await screen.findByRole("button", { name: /^Generate/ }));
    await waitFor(() => expect(guide.keys().filter(Boolean).length).toBeGreaterThan(0));
    await waitFor(async () => expect(await picture()).toBeVisible(), { timeout: 15_000 });
  });

  it("test code that runs nodes", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await runSnippet("docs/testing.md", "console.log(outcome.kind");
    expect(log).toHaveBeenCalledWith("content_blocked", false);
    log.mockRestore();
  });
});
