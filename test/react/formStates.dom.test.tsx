import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, en } from "image-generation-node";
import type { Message } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { Catalog, ImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node, renderPanel } from "./renderNode.js";
import { catalog } from "./samples.js";

const cat = (changes = {}) => createImageNodeConfig({ prompt: { template: "A cat" }, ...changes });
const prompt = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
const form = () => screen.getByRole("group", { name: "Image Generation" });

describe("a draft", () => {
  it.each([null, "text", [], {}, { prompt: 7 }, { prompt: { template: 7 } }])(
    "outlives %j from the host, which is warned",
    async (garbage) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
      const { setFromHost, onValueChange } = renderPanel(cat());
      fireEvent.change(prompt(), { target: { value: "A long draft" } });
      act(() => setFromHost(garbage as unknown as ImageNodeConfig));
      expect(prompt().value).toBe("A long draft");
      await waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringContaining("is no configuration")));
      expect(prompt().value).toBe("A long draft");
      fireEvent.change(prompt(), { target: { value: "A longer draft" } });
      expect(onValueChange.mock.lastCall?.[0].prompt.template).toBe("A longer draft");
      warn.mockRestore();
    },
  );

  it("begins with a node that somebody else saved, whether the host holds it or not", async () => {
    const body = { model: "acme/painter", prompt: "A lamp", size: "1024x1536", quality: "high", n: 1 };
    const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
    render(
      <Node>
        <ImageNodePanel defaultValue={body as unknown as ImageNodeConfig} onValueChange={onValueChange} />
      </Node>,
    );
    expect(prompt().value).toBe("A lamp");
    await waitFor(() => {
      fireEvent.change(prompt(), { target: { value: `${prompt().value}!` } });
      expect(onValueChange.mock.lastCall?.[0]).toMatchObject({
        imageModel: "acme/painter",
        aspectRatio: "portrait",
        settings: { quality: "high" },
      });
    });
  });

  it("gives way to a node that somebody else saved, without a warning", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { setFromHost, onValueChange } = renderPanel(cat());
    const saved = {
      input: { prompt: "A lamp of {{a.b}}", size: "1792x1024", quality: "high" },
      type: "PIECE",
    };
    act(() => setFromHost(saved as unknown as ImageNodeConfig));
    await waitFor(() => expect(prompt().value).toBe("A lamp of {{a.b}}"));
    fireEvent.change(prompt(), { target: { value: "A lamp" } });
    expect(onValueChange.mock.lastCall?.[0]).toMatchObject({
      type: "PIECE",
      aspectRatio: "landscape",
      settings: { quality: "high" },
    });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("outlives a failed run", async () => {
    const { fake } = renderPanel(cat());
    fireEvent.change(prompt(), { target: { value: "A long draft" } });
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: null })));
    expect(prompt().value).toBe("A long draft");
  });

  it("is committed when the panel goes away in the middle of it", () => {
    const onValueCommit = vi.fn();
    const { unmount } = renderPanel(cat(), { onValueCommit });
    fireEvent.change(prompt(), { target: { value: "A long draft" } });
    unmount();
    expect(onValueCommit).toHaveBeenCalledWith(cat({ prompt: { template: "A long draft" } }));
  });

  it("shows on the form that it has edits", () => {
    renderPanel(cat());
    expect(form()).not.toHaveAttribute("data-dirty");
    fireEvent.change(prompt(), { target: { value: "A dog" } });
    expect(form()).toHaveAttribute("data-dirty");
  });
});

describe("a refusal", () => {
  const refuseWith = async (errors: { pointer: string; code: string }[]) => {
    const { fake } = renderPanel(cat());
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind: "invalid_request", charged: false, errors })));
  };

  it.each([
    ["#/config/style", "combobox", "Style"],
    ["#/config/aspectRatio", "combobox", "Aspect ratio"],
    ["#/config/imageModel", "combobox", "Image model"],
    ["#/config/prompt/template", "textbox", "Prompt"],
    ["#/config/prompt/template/0", "textbox", "Prompt"],
    ["#%2Fconfig%2Fstyle", "combobox", "Style"],
  ])("at %s lands in its field", async (pointer, role, name) => {
    await refuseWith([{ pointer, code: "not_allowed" }]);
    const field = await screen.findByRole(role, { name });
    await waitFor(() => expect(field).toBeInvalid());
    expect(field).toHaveAccessibleDescription(/refused this value \(not_allowed\)/);
  });

  it("without a field is said for the form as a whole", async () => {
    await refuseWith([{ pointer: "#/variables/trigger", code: "too_deep" }]);
    const region = within(screen.getByRole("region", { name: "Configuration" }));
    expect(await region.findByText("The back end refused this value (too_deep).")).toBeVisible();
  });

  it("of the host's own run is said with its title", async () => {
    const onGenerate = () => Promise.reject(new ImageNodeError({ kind: "credits_exhausted" }));
    renderPanel(cat(), { onGenerate });
    await userEvent.click(screen.getByRole("button", { name: "Generate" }));
    expect(await screen.findByText(/^No credits left\. /)).toBeVisible();
  });
});

describe("the hints", () => {
  it("come after a pause, can be used and dismissed, and give the focus back", async () => {
    const { onValueChange } = renderPanel(cat({ prompt: { template: "A cinematic cat, 1024x1024" } }));
    const hints = () => screen.queryByRole("list", { name: "Hints" });
    expect(hints()).toHaveTextContent("names a style (“cinematic”)");
    await userEvent.click(screen.getByRole("button", { name: "Use Cinematic" }));
    expect(onValueChange.mock.lastCall?.[0].style).toBe("cinematic");
    for (const button of screen.getAllByRole("button", { name: "Dismiss this hint" }))
      await userEvent.click(button);
    expect(hints()).toBeNull();
    expect(prompt()).toHaveFocus();
    fireEvent.change(prompt(), { target: { value: "A cat" } });
    expect(hints()).toBeNull();
    await waitFor(() => expect(hints()).toHaveTextContent("Say more"));
  });
});

describe("the cost", () => {
  it("is a range with its source, times the items of the loop", async () => {
    const loop = { slug: "p", label: "Loop", sample: { output: { currentItem: {}, total: 12 } } };
    renderPanel(cat({ imageModel: "acme/painter" }), { variables: [loop] });
    const amount = await screen.findByText("about 0.04–0.07 USD");
    expect(amount.parentElement).toHaveTextContent(
      "about 0.04–0.07 USD list price 12 loop items: 0.48–0.84 USD",
    );
  });

  it("is unknown, not nothing, for a retired model", async () => {
    renderPanel(cat({ imageModel: "gone/model" }));
    expect(await screen.findByText("Price not known")).toBeVisible();
  });
});

/** The words of every render while `during` runs: which parts rendered shows in the words that they look up. */
async function lookedUp(during: () => void | Promise<void>, messages: Set<string>) {
  messages.clear();
  await during();
  return [...messages].sort();
}

describe("typing, under an echoing host", () => {
  it("renders the prompt's family only", async () => {
    const keys = new Set<string>();
    const words = new Proxy<Record<string, Message>>(
      {},
      {
        getOwnPropertyDescriptor: (_, key) => {
          keys.add(String(key));
          return undefined;
        },
      },
    );
    renderPanel(cat(), { messages: { words } });
    await screen.findByText("Free demo");
    expect(keys).toContain("select.style.label");
    const typed = await lookedUp(() => {
      for (const text of ["A cats", "A cats s", "A cats sl"])
        fireEvent.change(prompt(), { target: { value: text } });
    }, keys);
    expect(typed).not.toEqual([]);
    // "panel.title" names the group: the host renders the panel's own element, and nothing below it.
    const foreign = typed.filter(
      (key) => !/^(?:promptEditor|prompt)\.|^panel\.(?:length|title|previewText)$|^fault\./.test(key),
    );
    expect(foreign).toEqual([]);
  });
});

const LETTER = "¤";
const hidden = (text: string) =>
  text.replace(/\{\w+\}|[A-Za-z]+/g, (found) => (found.startsWith("{") ? found : LETTER));
const hiddenWords = Object.fromEntries(
  Object.entries<Message>(en).map(([key, message]) => [
    key,
    typeof message === "string"
      ? hidden(message)
      : Object.fromEntries(Object.entries(message).map(([plural, text]) => [plural, hidden(text ?? "")])),
  ]),
) as Record<string, Message>;

/** Everything that a person reads or hears of an element. */
function wordsOf(element: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of [
        "aria-label",
        "title",
        "placeholder",
        "alt",
        "aria-description",
        "aria-roledescription",
      ]) {
        texts.push(node.getAttribute(name) ?? "");
      }
    } else if (!(node.parentElement instanceof HTMLTextAreaElement)) texts.push(node.textContent ?? "");
  }
  return texts.flatMap((text) => text.match(/\p{L}{2,}/gu) ?? []);
}

describe("no fixed words", () => {
  const plain = (changes = {}) => createImageNodeConfig({ prompt: { template: "1 2 3 4" }, ...changes });
  const data = /^(?:acme|gone|demo|USD|EUR|Ctrl|secret|trigger|output|style|list|https?)$/;
  const bare: Catalog = JSON.parse(
    JSON.stringify(catalog).replace(/"(label|provider)":"[^"]*"/g, '"$1":"7"'),
  ) as Catalog;
  const sources = [{ slug: "t", label: "1", sample: { o: { s: "2" } } }];
  const states: [string, ImageNodeConfig, Catalog | "failed"][] = [
    ["the defaults", plain(), bare],
    ["a failed catalog", plain(), "failed"],
    ["no models", plain({ prompt: { mode: "auto" } }), { ...bare, imageModels: [], promptModels: [] }],
    ["retired ids", plain({ imageModel: "8", style: "9" }), bare],
    ["an unsupported ratio", plain({ imageModel: "acme/painter", aspectRatio: "portrait" }), bare],
    ["instructions", plain({ prompt: { mode: "prompt_ai", instructions: "1024x1024" } }), bare],
    ["auto", plain({ prompt: { mode: "auto" } }), bare],
    ["a broken prompt", plain({ prompt: { template: "{{t.o.x}} {{" } }), bare],
  ];

  it.each(states)("stand in the panel with %s", async (_, config, offered) => {
    const fake = createFakeClient({
      catalog: () =>
        offered === "failed"
          ? Promise.reject(new ImageNodeError({ kind: "network" }))
          : Promise.resolve(offered),
    });
    const { container } = render(
      <Node fake={fake} messages={{ words: hiddenWords }} nodeSlug="n" variables={sources}>
        <ImageNodePanel defaultValue={config} />
      </Node>,
    );
    await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
    for (const button of container.querySelectorAll('[data-imagenode-part="config-form-generate"]'))
      fireEvent.click(button);
    await act(() => new Promise((resolve) => setTimeout(resolve, 60)));
    expect(wordsOf(container).filter((word) => !data.test(word))).toEqual([]);
    expect(container.textContent).toContain(LETTER);
  });

  const KINDS = ["content_blocked", "rate_limited", "missing_variable", "network", "provider_error"] as const;
  it.each(KINDS)("stand beside a run that ended with %s", async (kind) => {
    const fake = createFakeClient({ catalog: () => Promise.resolve(bare) });
    const { container } = render(
      <Node fake={fake} messages={{ words: hiddenWords }} nodeSlug="n" variables={sources}>
        <ImageNodePanel defaultValue={plain()} />
      </Node>,
    );
    fireEvent.click(container.querySelector('[data-imagenode-part="config-form-generate"]') as Element);
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    act(() => fake.run().fail(new ImageNodeError({ kind, charged: null })));
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
    expect(wordsOf(container).filter((word) => !data.test(word))).toEqual([]);
  });
});
