import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import {
  ConfigForm,
  Field,
  ModeSwitch,
  PromptEditor,
  useConfigForm,
  useConfigFormValue,
} from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { Node, renderPanel } from "./renderNode.js";
import { cat, prompt, type } from "./formControls.js";

describe("ConfigForm.Root", () => {
  it("emits each edit in its event and keeps unknown keys and ids", () => {
    const { onValueChange } = renderPanel(
      cat({ brand: { palette: ["#f00"] }, imageModel: "retired/model", style: "brand_style" }),
    );
    type(prompt(), "s");
    expect(onValueChange).toHaveBeenLastCalledWith(
      expect.objectContaining({
        brand: { palette: ["#f00"] },
        imageModel: "retired/model",
        style: "brand_style",
        prompt: { mode: "manual", template: "A cats", instructions: "" },
      }),
    );
  });

  it("shows a retired model and an unknown style as what they are", async () => {
    renderPanel(cat({ imageModel: "retired/model", style: "brand_style" }));
    const model = screen.getByRole("combobox", { name: "Image model" });
    await waitFor(() => expect(model).toHaveTextContent("no longer offered"));
    expect(model).toHaveTextContent("retired/model");
    expect(screen.getByRole("combobox", { name: "Style" })).toHaveTextContent("brand_style");
  });

  it("takes a configuration from the host only when it is another one", () => {
    const { setFromHost, onValueChange } = renderPanel(cat());
    type(prompt(), "s");
    act(() => setFromHost(JSON.parse(JSON.stringify(onValueChange.mock.lastCall?.[0])) as ImageNodeConfig));
    expect(prompt().value).toBe("A cats");
    act(() => setFromHost(cat({ prompt: { template: "A dog" } })));
    expect(prompt().value).toBe("A dog");
    expect(onValueChange).toHaveBeenCalledTimes(1);
  });

  it("commits on blur, and after half a second's rest, once per edit", () => {
    vi.useFakeTimers();
    try {
      const onValueCommit = vi.fn();
      renderPanel(cat(), { onValueCommit });
      type(prompt(), "s!");
      expect(onValueCommit).not.toHaveBeenCalled();
      fireEvent.blur(prompt());
      expect(onValueCommit).toHaveBeenCalledTimes(1);
      type(prompt(), "?");
      act(() => void vi.advanceTimersByTime(600));
      expect(onValueCommit).toHaveBeenCalledTimes(2);
      expect(onValueCommit.mock.lastCall?.[0]).toMatchObject({ prompt: { template: "A cats!?" } });
    } finally {
      vi.useRealTimers();
    }
  });

  it("resets to the host's configuration", async () => {
    const onValueChange = vi.fn();
    render(
      <Node>
        <ConfigForm.Root defaultValue={cat()} onValueChange={onValueChange}>
          <ModeSwitch.Root>
            <ModeSwitch.Content value="manual">
              <PromptEditor.Root>
                <PromptEditor.Label />
                <PromptEditor.Input />
              </PromptEditor.Root>
            </ModeSwitch.Content>
          </ModeSwitch.Root>
          <ConfigForm.Reset />
        </ConfigForm.Root>
      </Node>,
    );
    expect(screen.getByRole("button", { name: "Reset" })).toBeDisabled();
    type(prompt(), "s");
    await userEvent.click(screen.getByRole("button", { name: "Reset" }));
    expect(prompt().value).toBe("A cat");
    expect(onValueChange.mock.lastCall?.[0]).toMatchObject({ prompt: { template: "A cat" } });
  });

  it("can be put on a form and runs on submit", async () => {
    const onGenerate = vi.fn();
    render(
      <Node>
        <ConfigForm.Root asChild defaultValue={cat()} onGenerate={onGenerate}>
          <form aria-label="node">
            <button type="submit">Go</button>
          </form>
        </ConfigForm.Root>
      </Node>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Go" }));
    await waitFor(() => expect(onGenerate).toHaveBeenCalledWith(cat(), { count: 1 }));
  });

  it("renders nothing but the prompt's family while the user types, under an echoing host", () => {
    const counts = { ratio: 0, prompt: 0 };
    function Ratio() {
      counts.ratio += 1;
      return <output>{useConfigFormValue("aspectRatio")}</output>;
    }
    function Text() {
      counts.prompt += 1;
      return <output>{useConfigFormValue("prompt.template")}</output>;
    }
    const parts = (
      <ModeSwitch.Root>
        <ModeSwitch.Content value="manual">
          <PromptEditor.Root>
            <PromptEditor.Label />
            <PromptEditor.Input />
          </PromptEditor.Root>
        </ModeSwitch.Content>
        <Ratio />
        <Text />
      </ModeSwitch.Root>
    );
    const { rerender } = render(<Host value={cat()} />);
    function Host({ value }: { value: ImageNodeConfig }) {
      return (
        <Node>
          <ConfigForm.Root value={value} onValueChange={(next) => rerender(<Host value={next} />)}>
            {parts}
          </ConfigForm.Root>
        </Node>
      );
    }
    const before = { ...counts };
    type(prompt(), "s and dogs");
    expect(counts.prompt - before.prompt).toBe(10);
    expect(counts.ratio).toBe(before.ratio);
  });
});

describe("useConfigForm", () => {
  it("changes a field for a control of the host's own", async () => {
    const onValueChange = vi.fn();
    function Wide() {
      const form = useConfigForm();
      return <button onClick={() => form.setValue("aspectRatio", "landscape")}>wide</button>;
    }
    render(
      <ConfigForm.Root defaultValue={cat()} onValueChange={onValueChange}>
        <Field.Root name="aspectRatio">
          <Wide />
        </Field.Root>
      </ConfigForm.Root>,
    );
    await userEvent.click(screen.getByRole("button", { name: "wide" }));
    expect(onValueChange).toHaveBeenCalledWith(cat({ aspectRatio: "landscape" }));
  });
});
