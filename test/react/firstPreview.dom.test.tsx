import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createImageNodeConfig, ImageNodeError } from "image-generation-node/contract";
import type { GenerationState } from "image-generation-node/client";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { createStore } from "../../src/internal/createStore.js";
import { PanelFirstPreview } from "../../src/react/panel/PanelFirstPreview.js";
import { fixedStore } from "../../stories/support/fixedStore.js";
import { createFakeClient } from "./fakeClient.js";
import { config, imageOf, pinned } from "./pinnedHost.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const EMPTY = "Your picture will appear here.";
const NOT_LOADED = "The rest of the preview could not be loaded. Check the connection.";
const request = { config };
const startedAt = 1_795_944_700_000;
const running: GenerationState = { status: "running", request, startedAt, stage: "image" };
const done: GenerationState = { status: "succeeded", generation: generationOf(), request, startedAt };
const failed: GenerationState = {
  status: "failed",
  error: new ImageNodeError({ kind: "rate_limited", message: "Busy." }),
  request,
  startedAt,
};

/** Modules of a page that has just been loaded: nothing of what comes after the first paint is there. */
async function loadPage() {
  vi.resetModules();
  const { ImageNodePanel } = await import("image-generation-node");
  const { Node: FreshNode } = await import("./renderNode.js");
  return { ImageNodePanel, FreshNode };
}

/** A run whose state is set by hand. */
function storeOf(first: GenerationState) {
  const state = createStore(first);
  return { ...fixedStore(first), getSnapshot: state.get, subscribe: state.subscribe, set: state.set };
}

function part(name: string, root: ParentNode = document) {
  return root.querySelector<HTMLElement>(`[data-imagenode-part="${name}"]`);
}

const preview = () => part("preview-root");
/** Resolves once the whole preview is there. */
const whole = () => waitFor(() => expect(part("panel-written-prompt")).not.toBeNull());

describe("the panel before its preview has come", () => {
  it("has an empty stage of the same elements as the whole one", async () => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    render(
      <FreshNode>
        <ImageNodePanel value={config} />
      </FreshNode>,
    );
    expect(part("panel-written-prompt")).toBeNull();
    // The catalog, which knows the exact size, comes in its own time.
    const left = /<span data-imagenode-part="space"> ?<\/span>| style="aspect-ratio[^"]*"/g;
    const drawn = (name: string) => part(name, preview() ?? document)?.outerHTML.replaceAll(left, "");
    const before = ["panel-head", "panel-picture", "preview-announcer"].map(drawn);
    const attributes = preview()?.getAttributeNames();
    expect(preview()?.textContent).toContain(EMPTY);
    await whole();
    expect(["panel-head", "panel-picture", "preview-announcer"].map(drawn)).toEqual(before);
    expect(preview()?.getAttributeNames()).toEqual(attributes);
  });

  it.each<[string, GenerationState, string | null]>([
    ["a run on its way", running, "Drawing …"],
    ["a restored result", done, null],
    ["a failure", failed, null],
    [
      "a run nobody waits for",
      { status: "waiting", request, startedAt, id: "gen_1" } as GenerationState,
      null,
    ],
  ])("never says that there is nothing where there is %s", async (_name, state, words) => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    render(
      <FreshNode generation={fixedStore(state)}>
        <ImageNodePanel value={config} />
      </FreshNode>,
    );
    expect(part("panel-written-prompt")).toBeNull();
    expect(preview()?.textContent).not.toContain(EMPTY);
    if (words !== null) expect(part("preview-progress")?.textContent).toBe(words);
    // No key in the place of words.
    expect(document.body.textContent).not.toMatch(/\b(?:preview|status|progress|error|charge)\.\w/);
    expect(preview()?.querySelector("img")?.getAttribute("src") ?? null).toBe(
      state.generation?.output.imageUrl ?? null,
    );
    await whole();
    expect(document.body.textContent).not.toMatch(/\b(?:preview|status|progress|error|charge)\.\w/);
    expect(part("preview-status")?.dataset.status).toBe(state.status);
  });

  it("says why there is no image once its words are there", async () => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    render(
      <FreshNode generation={fixedStore(failed)}>
        <ImageNodePanel value={config} />
      </FreshNode>,
    );
    expect(part("preview-error")).toBeNull();
    await waitFor(() => expect(part("preview-error")?.textContent).toContain("Too many requests"));
  });

  it("has the pinned image on a server, keeps it while the page wakes up, and then all of it", async () => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    const page = (
      <FreshNode pinned={pinned}>
        <ImageNodePanel value={config} />
      </FreshNode>
    );
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(page);
    const image = part("preview-image", container);
    expect(image?.getAttribute("src")).toBe(pinned.generation.output.imageUrl);
    expect(part("preview-status", container)?.textContent).toBe("Pinned picture");
    const onRecoverableError = vi.fn();
    const root = await act(async () => hydrateRoot(container, page, { onRecoverableError }));
    await whole();
    expect(part("preview-image", container)?.getAttribute("src")).toBe(image?.getAttribute("src"));
    expect(part("preview-download", container)).not.toBeNull();
    expect(onRecoverableError).not.toHaveBeenCalled();
    act(() => root.unmount());
    container.remove();
  });

  it("leaves out an image that does not load, or whose link has ended or is not safe", async () => {
    const shown = (generation: GenerationState["generation"]) => (
      <Node
        generation={fixedStore({ status: "succeeded", generation, request, startedAt } as GenerationState)}
      >
        <PanelFirstPreview load={() => new Promise(() => undefined)} unsaid={createStore(false)} />
      </Node>
    );
    render(shown(generationOf()));
    act(() => void part("preview-image")?.dispatchEvent(new Event("error")));
    expect(part("preview-image")).toBeNull();
    cleanup();
    const { output, image } = generationOf();
    render(shown(generationOf({ image: { ...image, expiresAt: "2020-01-01T00:00:00.000Z" } })));
    expect(part("preview-image")).toBeNull();
    cleanup();
    render(shown(generationOf({ output: { ...output, imageUrl: "javascript:alert(1)" } })));
    expect(part("preview-image")).toBeNull();
  });
});

describe("a preview that can't be fetched", () => {
  function renderFailing(first: GenerationState) {
    const store = storeOf(first);
    const load = vi.fn(() => Promise.reject(new Error("The network broke.")));
    render(
      <Node generation={store}>
        <PanelFirstPreview load={load} unsaid={createStore(false)} />
      </Node>,
    );
    return { store, load };
  }

  it("says so where there is something to see, in the live region too, and tries again when it is pressed", async () => {
    const { load } = renderFailing(failed);
    expect(await screen.findByRole("button", { name: "Try again" })).toBeDefined();
    expect(part("preview-feedback-text")?.textContent).toBe(NOT_LOADED);
    expect(screen.getByRole("status").textContent).toBe(NOT_LOADED);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("says nothing while nothing is missing, and tries again with each turn of the run", async () => {
    const { store, load } = renderFailing({ status: "idle" });
    await act(async () => undefined);
    expect(part("preview-feedback")).toBeNull();
    expect(screen.getByText(EMPTY)).toBeDefined();
    await act(async () => store.set(running));
    expect(load).toHaveBeenCalledTimes(2);
    expect(part("preview-feedback-text")?.textContent).toBe(NOT_LOADED);
    await act(async () => store.set(done));
    expect(load).toHaveBeenCalledTimes(3);
    expect(part("preview-image")?.getAttribute("src")).toBe(generationOf().output.imageUrl);
  });
});

describe("a run that begins before its preview has come", () => {
  it("is said by a region that was there before its words", async () => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    const store = storeOf({ status: "idle" });
    render(
      <FreshNode generation={store}>
        <ImageNodePanel value={config} />
      </FreshNode>,
    );
    act(() => store.set(running));
    expect(part("preview-announcer")?.textContent).toBe("Drawing …");
    const first = part("preview-announcer");
    const said: string[] = [];
    const observer = new MutationObserver(() => {
      const region = part("preview-announcer");
      if (region && region !== first) said.push(region.textContent);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    await whole();
    await waitFor(() => expect(part("preview-announcer")?.textContent).toBe("Drawing …"));
    observer.disconnect();
    expect(said[0]).toBe("");
  });

  it("is said at once by a region that comes with a run from before", async () => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    render(
      <FreshNode generation={fixedStore(running)}>
        <ImageNodePanel value={config} />
      </FreshNode>,
    );
    const first = part("preview-announcer");
    const said: string[] = [];
    const observer = new MutationObserver(() => {
      const region = part("preview-announcer");
      if (region && region !== first) said.push(region.textContent);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await whole();
    observer.disconnect();
    expect(said[0]).toBe("Drawing …");
  });
});

describe("what is said about the prompt", () => {
  it("comes after the first paint: its problems, and the text with its samples", async () => {
    const { ImageNodePanel, FreshNode } = await loadPage();
    render(
      <FreshNode fake={createFakeClient()}>
        <ImageNodePanel value={createImageNodeConfig({ prompt: { template: "A {{nobody}} fox" } })} />
      </FreshNode>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Preview text" }));
    await waitFor(() => expect(part("prompt-editor-resolved")?.textContent).toContain("fox"));
    await waitFor(() =>
      expect(part("prompt-editor-diagnostics")?.textContent).toContain("“nobody” is not a variable."),
    );
  });
});

it("an earlier image stays in sight after a run without one", () => {
  const previous = imageOf("gen_previous");
  render(
    <Node generation={fixedStore({ ...failed, previous } as GenerationState)}>
      <PanelFirstPreview load={() => new Promise(() => undefined)} unsaid={createStore(false)} />
    </Node>,
  );
  expect(part("preview-image")?.getAttribute("src")).toBe(previous.output.imageUrl);
  expect(part("preview-image")?.dataset.state).toBe("previous");
});
