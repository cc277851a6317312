import { render, screen, waitFor } from "@testing-library/react";
import { ConfigForm, ImageNodePanel, PromptEditor } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { FormEvent, ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { pictureOf } from "./pictureOf.js";
import { variables } from "./samples.js";

const config = createImageNodeConfig({ prompt: { template: "A cat" } });
const HELD = "{Control>}{Enter>7}{/Enter}{/Control}";

/** A host's form around a node, whose runs end at once. */
async function renderFast(children: ReactNode = <ImageNodePanel defaultValue={config} />) {
  const fake = createFakeClient();
  const { generate } = fake.client;
  fake.client.generate = (request, options) => {
    const outcome = generate(request, options);
    fake.run().succeed(pictureOf(`gen_${fake.runs.length}`));
    return outcome;
  };
  const onSubmit = vi.fn((event: FormEvent) => event.preventDefault());
  render(
    <form onSubmit={onSubmit} aria-label="Host">
      <Node fake={fake}>{children}</Node>
      <input aria-label="Last" />
    </form>,
  );
  await waitFor(() => expect(fake.calls.catalog).toBeGreaterThan(0));
  return { runs: fake.runs, onSubmit };
}

/** Sees that nothing ran by making the next thing run. */
async function expectNoRun(runs: readonly unknown[]) {
  const before = runs.length;
  screen.getByRole("textbox", { name: "Prompt" }).focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(runs.length).toBeGreaterThan(before));
  expect(runs).toHaveLength(before + 1);
}

async function openVariables() {
  await userEvent.click(screen.getByRole("button", { name: "Variables" }));
  return screen.findByRole("combobox", { name: "Search variables" });
}

describe("one press is one run", () => {
  it.each([
    ["the prompt", () => screen.getByRole("textbox", { name: "Prompt" })],
    ["a tab", () => screen.getByRole("tab", { selected: true })],
    ["the button", () => screen.getByRole("button", { name: /^Generate/ })],
  ])("in %s, however long it is held", async (_place, find) => {
    const { runs } = await renderFast();
    find().focus();
    await userEvent.keyboard(HELD);
    await waitFor(() => expect(screen.getAllByRole("img").length).toBeGreaterThan(0));
    expect(runs).toHaveLength(1);
    await expectNoRun(runs);
  });

  it("of Regenerate, too", async () => {
    const { runs } = await renderFast();
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    (await screen.findByRole("button", { name: /Regenerate/ })).focus();
    await userEvent.keyboard("{Enter>7}{/Enter}");
    await waitFor(() => expect(runs.length).toBeGreaterThan(1));
    expect(runs).toHaveLength(2);
    await expectNoRun(runs);
  });

  it("of Enter in a field of a form that the parts are put on, too", async () => {
    const onGenerate = vi.fn();
    render(
      <ConfigForm.Root defaultValue={config} onGenerate={onGenerate} asChild>
        <form>
          <input aria-label="Name" />
          <button>Run</button>
        </form>
      </ConfigForm.Root>,
    );
    screen.getByRole("textbox", { name: "Name" }).focus();
    await userEvent.keyboard("{Enter>7}{/Enter}");
    await waitFor(() => expect(onGenerate).toHaveBeenCalled());
    expect(onGenerate).toHaveBeenCalledOnce();
  });

  it("and none with Shift or Alt", async () => {
    const { runs } = await renderFast();
    screen.getByRole("tab", { selected: true }).focus();
    await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{Alt>}{Enter}{/Alt}{/Control}");
    await expectNoRun(runs);
  });
});

describe("Ctrl+Enter runs nothing", () => {
  it("from the tree of variables, which stays open", async () => {
    const { runs, onSubmit } = await renderFast();
    const search = await openVariables();
    await userEvent.keyboard(HELD);
    expect(search).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    await expectNoRun(runs);
  });

  it("from an open list", async () => {
    const { runs } = await renderFast();
    screen.getByRole("combobox", { name: "Style" }).focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByRole("option", { name: "Auto" })).toHaveFocus());
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Style" })).toHaveFocus());
    await expectNoRun(runs);
  });

  it("from a window, be it ours or the host's", async () => {
    const { runs } = await renderFast();
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await userEvent.click(await screen.findByRole("button", { name: /enlarge|zoom/i }));
    const zoom = await screen.findByRole("dialog");
    expect(zoom).toContainElement(document.activeElement as HTMLElement);
    zoom.querySelector<HTMLElement>("button[title]")?.focus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await userEvent.keyboard("{Escape}");
    await expectNoRun(runs);
  });

  it("from a dialog or a menu of the host inside of the form", async () => {
    const { runs } = await renderFast(
      <ConfigForm.Root defaultValue={config}>
        <PromptEditor.Root variables={variables} value="A cat">
          <PromptEditor.Label>Prompt</PromptEditor.Label>
          <PromptEditor.Input />
        </PromptEditor.Root>
        <dialog open>
          <input aria-label="In a dialog" />
        </dialog>
        <div role="menu">
          <div role="menuitem" tabIndex={0} aria-label="In a menu" />
        </div>
        <button type="button">Plain</button>
      </ConfigForm.Root>,
    );
    for (const name of ["In a dialog", "In a menu"]) {
      screen.getByLabelText(name).focus();
      await userEvent.keyboard("{Control>}{Enter}{/Control}");
    }
    screen.getByRole("button", { name: "Plain" }).focus();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(runs).toHaveLength(1));
  });
});

describe("a search", () => {
  it.each(["{Enter}", "{Shift>}{Enter}{/Shift}", "{Control>}{Enter}{/Control}", "{Alt>}{Enter}{/Alt}"])(
    "submits no form with %s, with and without a hit",
    async (keys) => {
      const { onSubmit } = await renderFast();
      const search = await openVariables();
      await userEvent.keyboard(`zzzz${keys}`);
      expect(search).toHaveFocus();
      expect(onSubmit).not.toHaveBeenCalled();
      const form = screen.getByRole<HTMLFormElement>("form", { name: "Host" });
      expect([...form.elements]).not.toContain(search);
      await userEvent.keyboard("{Escape}");
      screen.getByLabelText("Last").focus();
      await userEvent.keyboard("{Enter}");
      expect(onSubmit).toHaveBeenCalledOnce();
    },
  );

  it("keeps the keys that it has no use for", async () => {
    const keys: string[] = [];
    const listener = ({ key }: KeyboardEvent) => void keys.push(key);
    document.addEventListener("keydown", listener);
    await renderFast();
    await openVariables();
    await userEvent.keyboard("zz{Backspace}{Delete}{ArrowLeft}{ArrowDown}{Home}{End}{PageDown}{Enter}");
    document.removeEventListener("keydown", listener);
    expect(keys).toEqual([]);
  });
});

describe("the number of pictures", () => {
  const radio = (name: string) => screen.getByRole("radio", { name });

  it("is one stop of Tab, moves by arrow keys, and neither runs nor sends the host's form on Enter", async () => {
    const { runs, onSubmit } = await renderFast();
    screen.getByRole("button", { name: /^Generate/ }).focus();
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    expect(radio("1 picture")).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    expect(radio("3 pictures")).toHaveFocus();
    expect(radio("3 pictures")).toBeChecked();
    expect(screen.getByRole("button", { name: "Generate 3" })).toBeVisible();
    await userEvent.keyboard("{ArrowLeft}{Enter}");
    expect(radio("2 pictures")).toBeChecked();
    await userEvent.keyboard("{Tab}");
    expect(screen.getByRole("button", { name: "Generate 2" })).toHaveFocus();
    expect(runs).toHaveLength(0);
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
