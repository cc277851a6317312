import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope, useGeneration } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStorage } from "../client/generationStore.js";
import { createFakeClient } from "./fakeClient.js";
import { catalog, variables } from "./samples.js";

const prompt = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
const button = (name: string) => screen.getByRole("button", { name });
const noop = () => undefined;

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockImplementation(noop);
});
afterEach(() => {
  warn.mockRestore();
});

/** Words that were said to the developer about a prop that is made anew. */
const renderWarnings = () =>
  warn.mock.calls
    .map(([text]: unknown[]) => String(text))
    .filter((text: string) => text.includes("at every render"));

/** A host that makes every prop anew at every render, with counts of what its back end is asked. */
function renderRestlessHost(kept: ReturnType<typeof createStorage> = createStorage()) {
  const fake = createFakeClient();
  const host = { render: noop as () => void };
  function Host() {
    const [config, setConfig] = useState(createImageNodeConfig());
    const [, count] = useState(0);
    host.render = () => count((n) => n + 1);
    return (
      <ImageNodeProvider
        client={{ ...fake.client, baseUrl: "/api" }}
        messages={{ words: { "panel.title": "Node" } }}
      >
        <ImageNodeScope
          nodeId="n4"
          nodeSlug="image_gen"
          variables={[{ slug: "trigger", label: "Trigger", sample: { output: { style: "noir" } } }]}
          storage={{ getItem: kept.getItem, setItem: kept.setItem, removeItem: kept.removeItem }}
        >
          <ImageNodePanel value={config} onValueChange={setConfig} />
        </ImageNodeScope>
      </ImageNodeProvider>
    );
  }
  render(<Host />);
  return { fake, renderAgain: () => act(() => host.render()) };
}

describe("a host that makes every prop anew", () => {
  it("keeps the run that is under way, and asks for the catalog once", async () => {
    const { fake, renderAgain } = renderRestlessHost();
    await screen.findByText("Free demo");
    await userEvent.type(prompt(), "A lamps.");
    await userEvent.click(button("Generate"));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    for (let render = 0; render < 3; render += 1) renderAgain();
    expect(button("Cancel")).toBeVisible();
    expect(fake.run().options.signal?.aborted).toBe(false);
    await act(async () => fake.run().succeed());
    expect(await screen.findByRole("img")).toBeVisible();
    renderAgain();
    expect(screen.getByRole("img")).toBeVisible();
    expect(fake.calls.catalog).toBe(1);
    expect(fake.runs).toHaveLength(1);
  });

  it("is told once of each such prop, by name", async () => {
    const { renderAgain } = renderRestlessHost();
    await screen.findByText("Free demo");
    for (let render = 0; render < 8; render += 1) renderAgain();
    expect(
      renderWarnings()
        .map((text: string) => text.split(" at every")[0])
        .sort(),
    ).toEqual([
      "<ImageNodeProvider> gets another client",
      "<ImageNodeProvider> gets another messages",
      "<ImageNodeScope> gets another storage",
    ]);
  });

  it("is told nothing where the props stay, or change for a reason", () => {
    const fake = createFakeClient();
    const at = (label: string) => (
      <ImageNodeProvider client={fake.client} messages={de}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={[{ slug: "trigger", label }]}>
          <p>{label}</p>
        </ImageNodeScope>
      </ImageNodeProvider>
    );
    const { rerender } = render(at("0"));
    for (let render = 1; render < 8; render += 1) rerender(at(String(render)));
    expect(renderWarnings()).toEqual([]);
  });

  it("keeps a run of useGeneration with a client of its own", async () => {
    const fake = createFakeClient();
    const host = { render: noop as () => void };
    function Own() {
      const [, count] = useState(0);
      host.render = () => count((n) => n + 1);
      const { store, state } = useGeneration({ client: { ...fake.client } });
      return (
        <button onClick={() => void store.start({ config: createImageNodeConfig() })}>{state.status}</button>
      );
    }
    render(<Own />);
    await userEvent.click(button("idle"));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => host.render());
    expect(button("running")).toBeVisible();
  });
});

describe("a new client", () => {
  function renderWith(client: ReturnType<typeof createClient>) {
    const at = (next: typeof client, storage?: ReturnType<typeof createStorage>) => (
      <ImageNodeProvider client={next}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables} storage={storage}>
          <ImageNodePanel defaultValue={createImageNodeConfig({ prompt: { template: "A cat" } })} />
        </ImageNodeScope>
      </ImageNodeProvider>
    );
    const view = render(at(client));
    return {
      change: (next: typeof client, storage?: ReturnType<typeof createStorage>) =>
        view.rerender(at(next, storage)),
    };
  }

  function countingClient(baseUrl: string, token: string) {
    const asked: string[] = [];
    const fetch = vi.fn(async (url: RequestInfo | URL, init?: RequestInit) => {
      asked.push(`${String(url)} ${new Headers(init?.headers).get("authorization") ?? ""}`);
      return Response.json(String(url).endsWith("/catalog") ? catalog : {}, { headers: { "x-test": "1" } });
    });
    return { asked, client: createClient({ baseUrl, fetch, headers: { authorization: token } }) };
  }

  it("of the same address takes over the next call, with its own headers", async () => {
    const first = countingClient("http://127.0.0.1/a", "one");
    const second = countingClient("http://127.0.0.1/a", "two");
    const { change } = renderWith(first.client);
    await screen.findByText("Free demo");
    change(second.client);
    await userEvent.click(button("Generate"));
    await waitFor(() => expect(second.asked[0]).toBe("http://127.0.0.1/a/generations two"));
    expect(first.asked).toEqual(["http://127.0.0.1/a/catalog one"]);
  });

  it("of another address is another back end: its catalog is read", async () => {
    const first = countingClient("http://127.0.0.1/a", "one");
    const second = countingClient("http://127.0.0.1/b", "two");
    const { change } = renderWith(first.client);
    await screen.findByText("Free demo");
    change(second.client);
    await waitFor(() => expect(second.asked).toEqual(["http://127.0.0.1/b/catalog two"]));
  });
});

describe("a new storage", () => {
  const at = (fake: ReturnType<typeof createFakeClient>, storage: ReturnType<typeof createStorage>) => (
    <ImageNodeProvider client={fake.client}>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" storage={{ ...storage }}>
        <ImageNodePanel defaultValue={createImageNodeConfig({ prompt: { template: "A cat" } })} />
      </ImageNodeScope>
    </ImageNodeProvider>
  );

  it("that holds something else is another project: its run is shown, and ours stays in its own storage", async () => {
    const fake = createFakeClient();
    const [ours, theirs] = [createStorage(), createStorage()];
    const view = render(at(fake, ours));
    await userEvent.click(button("Generate"));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    await act(async () => fake.run().succeed());
    expect(await screen.findByRole("img")).toBeVisible();
    view.rerender(at(fake, theirs));
    expect(screen.queryByRole("img")).toBeNull();
    view.rerender(at(fake, ours));
    expect(await screen.findByRole("img")).toBeVisible();
    expect(theirs.entries.size).toBe(0);
  });
});
