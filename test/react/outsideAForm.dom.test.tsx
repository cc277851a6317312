import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigForm, Field, Preview, PromptEditor, useGeneration } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { createPathLanguage } from "image-generation-node/template";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const written = generationOf({
  stages: {
    template: null,
    resolved: null,
    written: "A fox, written",
    sent: "A fox, written",
    revised: null,
  },
});

/** A preview that stands alone, under a host that keeps the configuration. */
function renderAlone(first: ImageNodeConfig | undefined) {
  const onConfigChange = vi.fn<(config: ImageNodeConfig) => void>();
  const history = ["gen_1", "gen_2"].map((id) => ({
    generation: { ...written, id },
    config: createImageNodeConfig({ style: "sketch", prompt: { mode: "auto" } }),
  }));
  function Host() {
    const [config, setConfig] = useState(first);
    return (
      <Preview.Root
        generation={written}
        history={history}
        config={config}
        onConfigChange={(next) => {
          onConfigChange(next);
          if (first) setConfig(next);
        }}
      >
        <Preview.Stages />
        <Preview.History />
        <Preview.Restore />
      </Preview.Root>
    );
  }
  render(<Host />);
  return onConfigChange;
}

describe("a preview outside of a form", () => {
  it("hands a written prompt over into Manual, and takes it back", async () => {
    const before = createImageNodeConfig({ style: "anime", prompt: { mode: "auto", template: "mine" } });
    const onConfigChange = renderAlone(before);
    await userEvent.click(screen.getByRole("button", { name: "Use this prompt" }));
    expect(onConfigChange).toHaveBeenLastCalledWith({
      ...before,
      prompt: { mode: "manual", template: "A fox, written", instructions: "" },
    });
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(onConfigChange).toHaveBeenLastCalledWith(before);
  });

  it("does so on the settings of the shown picture where the host does not say what the node is set to", async () => {
    const onConfigChange = renderAlone(undefined);
    await userEvent.click(screen.getByRole("button", { name: "Use this prompt" }));
    expect(onConfigChange.mock.lastCall?.[0]).toMatchObject({
      style: "sketch",
      prompt: { mode: "manual", template: "A fox, written" },
    });
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(onConfigChange.mock.lastCall?.[0].prompt).toMatchObject({ mode: "auto", template: "" });
  });

  it("hands the settings of an earlier picture over", async () => {
    const onConfigChange = renderAlone(createImageNodeConfig());
    await userEvent.click(await screen.findByRole("button", { name: /^Picture 1/ }));
    await userEvent.click(screen.getByRole("button", { name: "Use these settings" }));
    expect(onConfigChange).toHaveBeenLastCalledWith(
      createImageNodeConfig({ style: "sketch", prompt: { mode: "auto" } }),
    );
  });

  it("offers neither without somebody to hand them to", () => {
    render(
      <Preview.Root generation={written}>
        <Preview.Stages />
      </Preview.Root>,
    );
    expect(screen.getByText("Written prompt")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Use this prompt" })).toBeNull();
  });

  it("has the given ratio until a picture decides it", () => {
    const { rerender, container } = render(
      <Preview.Root generation={null} ratio="portrait">
        <Preview.Frame />
      </Preview.Root>,
    );
    const frame = () => container.querySelector('[data-imagenode-part="preview-frame"]');
    expect(frame()).toHaveAttribute("data-ratio", "portrait");
    rerender(
      <Preview.Root generation={generationOf()} ratio="portrait">
        <Preview.Frame />
      </Preview.Root>,
    );
    expect(frame()).toHaveAttribute("data-ratio", "landscape");
  });
});

describe("Preview.References", () => {
  it("copies each documented output variable, by keyboard too, and says so", async () => {
    const user = userEvent.setup();
    render(
      <Preview.Root generation={generationOf()} nodeSlug="image_gen">
        <Preview.References />
        <Preview.Announcer />
      </Preview.Root>,
    );
    const names = "imageUrl imagePath attachmentId prompt aspectRatio path".split(" ");
    const file = "name mimeType sizeInKb attachmentId".split(" ").map((name) => `_metadata.${name}`);
    for (const name of [...names, ...file]) {
      await user.tab();
      expect(document.activeElement).toHaveAccessibleName(`Copy {{image_gen.output.${name}}}`);
      await user.keyboard("{Enter}");
      await waitFor(async () =>
        expect(await navigator.clipboard.readText()).toBe(`{{image_gen.output.${name}}}`),
      );
    }
    expect(screen.getByText("Copied: {{image_gen.output._metadata.attachmentId}}")).toBeInTheDocument();
    expect(screen.getByText("245")).toBeVisible();
    expect(screen.getAllByRole("listitem")).toHaveLength(10);
  });

  it("offers the text where copying fails", async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("forbidden"));
    render(
      <Preview.Root generation={generationOf()} nodeSlug="image_gen">
        <Preview.References />
        <Preview.Feedback />
      </Preview.Root>,
    );
    await user.click(screen.getByRole("button", { name: "Copy {{image_gen.output.path}}" }));
    expect(await screen.findByDisplayValue("{{image_gen.output.path}}")).toBeVisible();
    vi.restoreAllMocks();
  });

  it("offers nothing that the host's language can't write", () => {
    const language = createPathLanguage({
      open: "<",
      close: ">",
      path: {
        format: (path) => (path.every((part) => /^\w+$/.test(String(part))) ? path.join(".") : ""),
        parse: (text) => (/^\w+(?:\.\w+)*$/.test(text) ? text.split(".") : null),
      },
    });
    for (const [slug, count] of [
      ["image_gen", 11],
      ["image-gen", 0],
    ] as const) {
      const { unmount } = render(
        <Node nodeSlug={slug} language={language}>
          <Preview.Root generation={generationOf()}>
            <Preview.CopyReference />
            <Preview.References />
          </Preview.Root>
        </Node>,
      );
      expect(screen.queryAllByRole("button")).toHaveLength(count);
      expect(screen.queryAllByRole("list")).toHaveLength(count ? 1 : 0);
      unmount();
    }
  });
});

describe("a prompt editor in a form without a mode switch", () => {
  const editor = (
    <PromptEditor.Root>
      <PromptEditor.Label>Words</PromptEditor.Label>
      <PromptEditor.Input />
    </PromptEditor.Root>
  );
  const renderForm = (mode: "manual" | "prompt_ai" | "auto", name: string | null) => {
    const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
    const prompt = { mode, template: "the template", instructions: "the instructions" };
    render(
      <Node>
        <ConfigForm.Root defaultValue={createImageNodeConfig({ prompt })} onValueChange={onValueChange}>
          {name === null ? editor : <Field.Root name={name}>{editor}</Field.Root>}
        </ConfigForm.Root>
      </Node>,
    );
    return onValueChange;
  };

  it.each([
    ["its field's text", "manual", "prompt.instructions", "the instructions", "instructions"],
    ["its field's text", "prompt_ai", "prompt.template", "the template", "template"],
    ["the text of Manual", "manual", null, "the template", "template"],
    ["the text of Prompt AI", "prompt_ai", null, "the instructions", "instructions"],
    ["the text of Manual in a field of another name", "manual", "words", "the template", "template"],
  ] as const)("is bound to %s (%s, %s)", async (_, mode, name, text, member) => {
    const onValueChange = renderForm(mode, name);
    const field = screen.getByRole("textbox", { name: "Words" });
    expect(field).toHaveValue(text);
    await userEvent.type(field, "!");
    expect(onValueChange.mock.lastCall?.[0].prompt[member]).toBe(`${text}!`);
  });

  it("can't be written into in Auto, which sends no text of the form", () => {
    renderForm("auto", null);
    expect(screen.getByRole("textbox", { name: "Words" })).toBeDisabled();
  });
});

describe("ImageNodeScope", () => {
  it("takes a run that the host keeps, which outlives it", async () => {
    const fake = createFakeClient();
    const store = createGeneration(fake.client);
    const seen: unknown[] = [];
    function Look() {
      seen.push(useGeneration().store);
      return null;
    }
    const view = render(
      <Node fake={fake} generation={store}>
        <Look />
        <Preview.Root>
          <Preview.Status />
        </Preview.Root>
      </Node>,
    );
    act(() => void store.start({ config: createImageNodeConfig() }));
    expect(await screen.findByText("Running")).toBeVisible();
    expect(seen[0]).toBe(store);
    view.unmount();
    fake.run().succeed();
    await waitFor(() => expect(store.getSnapshot().status).toBe("succeeded"));
  });
});
