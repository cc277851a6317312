import css from "image-generation-node/styles.css?inline";
import { act, render, waitFor, within } from "@testing-library/react";
import { ImageNodePanel } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createPortal } from "react-dom";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { pictureOf } from "./pictureOf.js";
import { Node } from "./renderNode.js";

const config = createImageNodeConfig({ prompt: { template: "A lamp" } });

beforeEach(() => page.viewport(900, 1200));

/** Puts the panel into a closed shadow root, into which neither its page nor a library can look. */
function renderClosed() {
  const host = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => host.remove());
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const place = root.appendChild(document.createElement("div"));
  const fake = createFakeClient();
  const onValueChange = vi.fn<(value: { style?: string }) => void>();
  render(
    <Node fake={fake}>
      {createPortal(<ImageNodePanel defaultValue={config} onValueChange={onValueChange} />, place)}
    </Node>,
  );
  const panel = within(place);
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-imagenode-part="${name}"]`);
  return { host, root, panel, part, fake, onValueChange };
}

/** Clicks where an element stands: what drives the browser can't look into the root either. */
async function press(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const position = { x: left + width / 2, y: top + height / 2 };
  await userEvent.click(document.documentElement, { position, force: true });
}

/** Listens as the host's dialog would. */
function listenForEscape() {
  const onEscape = vi.fn();
  const listener = (event: KeyboardEvent) => void (event.key === "Escape" && onEscape());
  document.addEventListener("keydown", listener, true);
  onTestFinished(() => document.removeEventListener("keydown", listener, true));
  return onEscape;
}

describe("the panel in a closed shadow root", () => {
  it("chooses from a list by pointer and by keys, and Escape closes the list alone", async () => {
    const { root, panel, onValueChange } = renderClosed();
    const onEscape = listenForEscape();
    const style = await panel.findByRole("combobox", { name: "Style" });
    await press(style);
    await press(await panel.findByRole("option", { name: "Sketch" }));
    await waitFor(() => expect(root.activeElement).toBe(style));
    expect(onValueChange.mock.lastCall?.[0].style).toBe("sketch");
    await userEvent.keyboard("{ArrowDown}");
    await waitFor(() => expect(root.activeElement?.textContent).toContain("Sketch"));
    await userEvent.keyboard("{Home}");
    await waitFor(() => expect(root.activeElement?.textContent).toContain("Auto"));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(root.activeElement).toBe(style));
    expect(onEscape).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    expect(onEscape).toHaveBeenCalledOnce();
  });

  it("completes a variable, keeps the caret, and Escape closes the list alone", async () => {
    const { root, panel, part } = renderClosed();
    const onEscape = listenForEscape();
    const field = panel.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" });
    await press(field);
    await waitFor(() => expect(root.activeElement).toBe(field));
    const isOpen = () => part("prompt-editor-suggestions")?.matches(":popover-open") === true;
    await userEvent.keyboard("{Control>}{End}{/Control} {{{{sty");
    await expect.poll(isOpen).toBe(true);
    await userEvent.keyboard("{Escape}");
    await expect.poll(isOpen).toBe(false);
    expect(onEscape).not.toHaveBeenCalled();
    await userEvent.keyboard("l");
    await userEvent.keyboard("{Control>} {/Control}");
    await expect.poll(isOpen).toBe(true);
    await press((await panel.findAllByRole("option"))[0] as Element);
    await expect.poll(() => field.value).toBe("A lamp {{trigger.output.style}}");
    expect(root.activeElement).toBe(field);
    expect(field.selectionStart).toBe(field.value.length);
    await expect.poll(() => part("prompt-editor-mark")?.textContent).toContain("trigger.output.style");
  });

  it("shows the tree of variables, which a press on its rows keeps and one elsewhere closes", async () => {
    const { root, panel } = renderClosed();
    const onEscape = listenForEscape();
    const opener = panel.getByRole("button", { name: "Variables" });
    await press(opener);
    const tree = await panel.findByRole("tree");
    await press(tree.querySelector('[role="treeitem"][aria-expanded]') ?? tree);
    expect(tree.isConnected).toBe(true);
    await press(panel.getByText("No picture yet"));
    await waitFor(() => expect(panel.queryByRole("tree")).toBeNull());
    await press(opener);
    await panel.findByRole("tree");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(panel.queryByRole("tree")).toBeNull());
    expect(onEscape).not.toHaveBeenCalled();
    expect(root.activeElement).toBe(opener);
  });

  it("keeps focus on what replaces a control, and opens a picture that Escape closes alone", async () => {
    const { root, panel, fake, part } = renderClosed();
    const onEscape = listenForEscape();
    act(() => panel.getByRole("textbox", { name: "Prompt" }).focus());
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(() => fake.runs.length).toBe(1);
    fake.run().succeed();
    const again = await panel.findByRole("button", { name: "Regenerate" });
    act(() => again.focus());
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => fake.runs.length).toBe(2);
    await expect.poll(() => root.activeElement?.textContent).toMatch(/^Cancel/);
    fake.run().succeed(pictureOf("gen_2"));
    await expect.poll(() => root.activeElement?.textContent).toBe("Regenerate");
    expect(getComputedStyle(part("panel") as Element).getPropertyValue("--imagenode-radius")).not.toBe("");
    await press(await panel.findByRole("button", { name: "Enlarge the picture" }));
    await panel.findByRole("dialog");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(panel.queryByRole("dialog")).toBeNull());
    expect(onEscape).not.toHaveBeenCalled();
  });
});
