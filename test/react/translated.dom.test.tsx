import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { createImageNodeConfig, ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { catalog } from "./samples.js";
import { createFakeClient } from "./fakeClient.js";
import { renderPanel } from "./renderNode.js";

/** Replaces every text of the page by a `<font>` with another text, as page translators do. */
function translate(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    const around = text.parentElement;
    if (!around || around.closest("[translate=no], font, style, textarea")) continue;
    const font = document.createElement("font");
    font.textContent = text.data;
    text.replaceWith(font);
  }
}

/** Does something in the panel, and translates what came of it. */
async function step(name: string, run: () => void, seen: string): Promise<void> {
  act(run);
  await waitFor(() => expect(document.body.textContent, name).toContain(seen), { timeout: 15_000 });
  act(translate);
}
const RELOAD = '[data-imagenode-part="config-form-reload"]';
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
/** Tabs are chosen on the press, as Radix does. */
const choose = (mode: string) =>
  fireEvent.mouseDown(screen.getByRole("tab", { name: mode }), { button: 0, ctrlKey: false });

describe("the panel on a page that is translated", () => {
  it("goes through every state, and its texts stay true", async () => {
    const { fake, container } = renderPanel(
      createImageNodeConfig({ imageModel: "acme/painter", prompt: { template: "A cat" } }),
      {
        getRunInput: () => ({ variables: {} }),
      },
    );
    await screen.findByText(/about 0/);
    act(translate);
    await step("instructions", () => choose("Prompt AI"), "Instructions");
    await step("auto", () => choose("Auto"), "Auto");
    await step("manual", () => choose("Manual"), "Prompt");
    await step("run", () => press("Generate"), "Cancel");
    await waitFor(() => expect(fake.runs).toHaveLength(1));
    await step(
      "fail",
      () => fake.run().fail(new ImageNodeError({ kind: "overloaded", charged: null })),
      "Generate",
    );
    await step("again", () => press("Generate"), "Cancel");
    await waitFor(() => expect(fake.runs).toHaveLength(2));
    await step("success", () => fake.run().succeed(), "Done");
    await step("third", () => press("Generate"), "Cancel");
    await waitFor(() => expect(fake.runs).toHaveLength(3));
    act(() => fake.run().options.onEvent?.({ event: "started", data: { id: "gen_7" } }));
    await step("cancel", () => fireEvent.click(screen.getByRole("button", { name: /^Cancel/ })), "Generate");
    expect(container.querySelector('[data-imagenode-part="panel"]')).not.toBeNull();
    expect(container.querySelectorAll("font").length).toBeGreaterThan(20);
    // What was replaced goes with its text: nothing of an earlier state stays behind.
    expect(container.textContent).not.toContain("Done Done");
  });

  it("takes a catalog that fails and comes back", async () => {
    let answers = 0;
    const fake = createFakeClient({
      catalog: () =>
        (answers += 1) === 1
          ? Promise.reject(new ImageNodeError({ kind: "internal" }))
          : Promise.resolve(catalog),
    });
    renderPanel(createImageNodeConfig({ imageModel: "acme/painter" }), { fake });
    await waitFor(() => expect(document.querySelector(RELOAD)).not.toBeNull());
    act(translate);
    await step("reload", () => fireEvent.click(document.querySelector(RELOAD) as Element), "about 0");
  });

  it("unmounts", () => {
    renderPanel(createImageNodeConfig({ prompt: { template: "{{nobody.knows}}" } }));
    act(translate);
    cleanup();
    expect(document.querySelector('[data-imagenode-part="panel"]')).toBeNull();
  });

  it.each(["prompt-editor-highlight", "panel-slug"])("leaves alone what machines read: %s", (part) => {
    const { container } = renderPanel(createImageNodeConfig({ prompt: { template: "{{trigger.a}}" } }));
    expect(container.querySelector(`[data-imagenode-part="${part}"]`)?.getAttribute("translate")).toBe("no");
  });
});
