import "@testing-library/jest-dom/vitest";
import "image-generation-node/styles.css";
import { render, screen } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { PromptPreview } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import { afterEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { pictureOf } from "./pictureOf.js";
import { readAloud } from "./readAloud.js";
import { Node, renderPanel } from "./renderNode.js";
import { generationOf, variables } from "./samples.js";

type Fake = ReturnType<typeof createFakeClient>;

/** What a screen reader says by itself: each change of a live region, and the active row while the field has focus. */
function listen() {
  const heard: string[] = [];
  const note = (words: string | null) => {
    const text = (words ?? "").replace(/\s+/g, " ").trim();
    if (text !== "") heard.push(text);
  };
  const observer = new MutationObserver((changes) => {
    // What is written anew is said again, also where the words are the same.
    const written = new Set<Element>();
    for (const { target, type, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest("[role=status], [role=alert], [aria-live=polite]");
      if (type === "attributes") note(element && describeRow(element));
      else if (region?.getAttribute("aria-atomic") === "false")
        for (const node of addedNodes) note(node.textContent);
      else if (region && (type === "characterData" || addedNodes.length > 0)) written.add(region);
    }
    for (const region of written) note(region.textContent);
  });
  observer.observe(document.body, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ["aria-activedescendant"],
  });
  stops.push(() => observer.disconnect());
  return heard;
}

function describeRow(field: Element) {
  const row = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
  return row ? `row ${readAloud(row).name}` : "";
}

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const named = (name: string | RegExp) => screen.findByRole("button", { name });
const times = (heard: readonly string[], words: string | RegExp) =>
  heard.filter((each) => (typeof words === "string" ? each.includes(words) : words.test(each))).length;
const cat = createImageNodeConfig({ prompt: { template: "A cat" } });

async function press(name: string | RegExp) {
  (await named(name)).focus();
  await userEvent.keyboard("{Enter}");
}

async function run(fake: Fake, name: string | RegExp = /^Generate/) {
  const before = fake.runs.length;
  await press(name);
  await expect.poll(() => fake.runs.length).toBeGreaterThan(before);
}

const send = (fake: Fake, event: string, data: object) =>
  fake.run().options.onEvent?.({ event, data } as never);

describe("what is heard while a prompt is written", () => {
  it("is the number of variables once, then each row by itself, and never JSON", async () => {
    const list = { slug: "loop", label: "Each product", sample: { item: { name: "Lamp" }, items: [1, 2] } };
    renderPanel(createImageNodeConfig(), { variables: [...variables, list] });
    const heard = listen();
    const field = screen.getByRole("textbox", { name: "Prompt" });
    field.focus();
    await userEvent.keyboard("A {{{{");
    await expect.poll(() => heard).toEqual([expect.stringMatching(/^\d+ variables\./)]);
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(() => times(heard, /^row /)).toBe(1);
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(() => times(heard, /^row /)).toBe(2);
    // What would be said again comes after a pause.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toHaveLength(3);
    expect(new Set(heard).size).toBe(3);
    expect(heard.join()).not.toContain("{");
    await userEvent.keyboard("{Escape}");
  });

  it("is a fault when it appears, in the words that describe the field, and in no others after a run", async () => {
    const { fake } = renderPanel(cat);
    const field = screen.getByRole("textbox", { name: "Prompt" });
    field.focus();
    await userEvent.keyboard("{End} ");
    await new Promise((resolve) => setTimeout(resolve, 500));
    const heard = listen();
    await userEvent.keyboard("{{{{nobody.output}} sits");
    const words = "“nobody.output” is not a variable.";
    await expect.poll(() => times(heard, words)).toBe(1);
    expect(readAloud(field).description).toBe(words);
    await userEvent.keyboard("{Escape}");
    await run(fake);
    const errors = [
      { pointer: "#/config/prompt/template", code: "missing_variable", variable: "nobody.output" },
    ];
    fake.run().fail(new ImageNodeError({ kind: "missing_variable", charged: false, errors } as never));
    await expect.poll(() => times(heard, "Nothing was sent to a model.")).toBe(1);
    expect(document.querySelector("strong[data-imagenode-part=preview-error-title]")?.textContent).toBe(
      words,
    );
    await expect.poll(() => document.activeElement).toBe(field);
    expect(readAloud(field).description).toBe(words);
    expect(document.body.textContent).not.toMatch(/has no value|Problems in the text/);
  });

  it("is that a model writes, and that the prompt is ready", async () => {
    const fake = createFakeClient();
    fake.client.previewPrompt = () =>
      Promise.resolve({
        stages: { ...generationOf().stages, written: "A bowl" },
        usage: { items: [] },
      } as unknown as PromptPreview);
    renderPanel(createImageNodeConfig({ prompt: { mode: "prompt_ai", instructions: "Something" } }), {
      fake,
    });
    await named("Preview prompt");
    const heard = listen();
    await press("Preview prompt");
    await expect.poll(() => times(heard, "The prompt is ready.")).toBe(1);
    expect(document.activeElement?.textContent).toBe("Write again");
    expect(heard).toEqual(["Writing the prompt …", "The prompt is ready."].slice(-heard.length));
  });
});

describe("what is heard of a run", () => {
  it("is its cost before, each stage, its end, and of a failure its title, advice and cost: each once", async () => {
    const { fake } = renderPanel({ ...cat, imageModel: "acme/painter" });
    await screen.findByText(/about 0.04/);
    expect(readAloud(await named("Generate")).description).toMatch(/about 0.04.*sample values/);
    const heard = listen();
    await run(fake);
    send(fake, "run", { id: "run_1" });
    send(fake, "stage", { stage: "image" });
    await expect.poll(() => times(heard, "Drawing …")).toBe(1);
    fake.run().succeed(pictureOf("gen_1"));
    await expect.poll(() => times(heard, "The picture is ready.")).toBe(1);
    expect(heard).toEqual(["Starting …", "Drawing …", "The picture is ready."]);
    heard.length = 0;
    await run(fake, "Regenerate");
    fake.run().fail(new ImageNodeError({ kind: "provider_error", charged: true }));
    await expect.poll(() => document.activeElement?.textContent).toBe("Retry");
    expect(heard).toEqual([
      "Starting …",
      "The model's provider failed. Your prompt is fine. Try again in a moment. An image was charged.",
    ]);
    heard.length = 0;
    await run(fake, "Retry");
    fake.run().succeed(pictureOf("gen_2"));
    await expect.poll(() => heard.at(-1)).toBe("The picture is ready.");
    expect(heard).toEqual(["Starting …", "The picture is ready."]);
  });

  it("is the end of each of several pictures, and which one is chosen", async () => {
    const { fake } = renderPanel(cat);
    await named("Generate");
    document.querySelector<HTMLElement>('input[type="radio"][aria-label="2 pictures"]')?.click();
    await named("Generate 2");
    const heard = listen();
    await run(fake);
    await expect.poll(() => fake.runs.length).toBe(2);
    fake.runs[0]?.succeed(pictureOf("gen_1"));
    await expect.poll(() => times(heard, "Picture 1 is ready.")).toBe(1);
    fake.runs[1]?.succeed(pictureOf("gen_2"));
    await expect.poll(() => times(heard, "Picture 2 is ready.")).toBe(1);
    await press("Picture 2 of 2");
    await expect.poll(() => times(heard, "Picture 2 is the picture of the node now.")).toBe(1);
    const chosen = "Picture 2 is the picture of the node now.";
    expect(heard).toEqual(["Starting …", "Picture 1 is ready.", "Picture 2 is ready.", chosen]);
  });
});

/** Elements of the panel that a screen reader meets. */
const met = () =>
  [...document.querySelectorAll<HTMLElement>('[data-imagenode-part="panel"] *')].filter(
    (element) => element.checkVisibility() && element.closest('[aria-hidden="true"]') === null,
  );

describe("a walk through the panel", () => {
  it("says each name once, names each list, and reads neither hashes nor JSON", async () => {
    const fake = createFakeClient();
    render(
      <Node fake={fake} onPinnedChange={() => undefined}>
        <ImageNodePanel defaultValue={cat} />
      </Node>,
    );
    await run(fake);
    const sha256 = "0123456789abcdef".repeat(4);
    const base = pictureOf("gen_1");
    fake.run().succeed({ ...base, image: { ...base.image, sha256 } });
    await press("More actions");
    await named("Pin");
    screen.getByText("Details").click();
    await named("Copy the text: As sent");
    for (const element of met().filter((each) => each.matches("button, a, input, textarea, [role=img]"))) {
      const { name, description } = readAloud(element);
      expect(name, element.outerHTML).not.toBe("");
      expect(description, name).not.toBe(name);
    }
    const nameless = met().filter(
      (element) => element.matches("ul, ol, dl") && !element.matches("[aria-label], [aria-labelledby]"),
    );
    expect(nameless.map(({ dataset }) => dataset["imagenodePart"])).toEqual([]);
    const read = met().flatMap((element) => [
      element.title,
      ...[...element.childNodes].map((node) => (node instanceof Text ? node.data : "")),
    ]);
    expect(read.join("\n")).not.toMatch(/[0-9a-f]{24}|0123456789ab/);
    const heard = listen();
    await press("Pin");
    await expect.poll(() => heard).toHaveLength(1);
    await run(fake, /^Regenerate/);
    fake.run().succeed(pictureOf("gen_2"));
    await press("Compare");
    expect(await screen.findByRole("dialog", { name: "Compare pictures" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await press("Enlarge the picture");
    expect(await screen.findByRole("dialog", { name: "Picture, enlarged" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    expect(times(heard, "The picture is ready.")).toBe(1);
  });

  it("is in the language of the words, whatever the page's is", () => {
    document.documentElement.lang = "en";
    renderPanel(cat, { messages: de });
    expect(screen.getByRole("button", { name: "Erzeugen" }).closest("[lang]")).toHaveAttribute("lang", "de");
    document.documentElement.removeAttribute("lang");
  });
});
