import { act, render, screen, waitFor } from "@testing-library/react";
import { ConfigForm, Field, ImageNodePanel, PromptEditor } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { Profiler, StrictMode, useEffect, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { Node } from "./renderNode.js";
import { variables } from "./samples.js";

type Answer = (store: (value: ImageNodeConfig) => void) => (value: ImageNodeConfig) => void;

/** Hosts by how they store what they are told. */
const HOSTS: Record<string, () => Answer> = {
  "at once": () => (store) => store,
  "after 0 ms": () => late(() => 0),
  "after 60 ms": () => late(() => 60),
  "after 150 ms": () => late(() => 150),
  "after 400 ms": () => late(() => 400),
  "after 20 to 300 ms, out of order": () => late((count) => [300, 20, 170, 90, 250, 40][count % 6] ?? 0),
  "throttled to 200 ms": () => (store) => {
    let last: ImageNodeConfig | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (value) => {
      last = value;
      timer ??= setTimeout(() => {
        timer = undefined;
        if (last) store(last);
      }, 200);
    };
  },
  "debounced by 200 ms": () => (store) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (value) => {
      clearTimeout(timer);
      timer = setTimeout(() => store(value), 200);
    };
  },
};

function late(delay: (count: number) => number): Answer {
  let count = 0;
  return (store) => (value) => void setTimeout(() => store(value), delay(count++));
}

const start = createImageNodeConfig({ prompt: { template: "A lamp" } });
const withText = (template: string) => createImageNodeConfig({ prompt: { template } });
const textOf = (config: ImageNodeConfig) => config.prompt.template;

const VIEWS = {
  "the panel": (value: ImageNodeConfig, onValueChange: (value: ImageNodeConfig) => void, commit: Commit) => (
    <Node>
      <ImageNodePanel value={value} onValueChange={onValueChange} onValueCommit={commit} />
    </Node>
  ),
  "the form alone": (
    value: ImageNodeConfig,
    onValueChange: (value: ImageNodeConfig) => void,
    commit: Commit,
  ) => (
    <ConfigForm.Root value={value} onValueChange={onValueChange} onValueCommit={commit}>
      <Field.Root name="prompt.template">
        <PromptEditor.Root>
          <PromptEditor.Label />
          <PromptEditor.Input />
        </PromptEditor.Root>
      </Field.Root>
    </ConfigForm.Root>
  ),
  "the editor alone": (
    value: ImageNodeConfig,
    onValueChange: (value: ImageNodeConfig) => void,
    commit: Commit,
  ) => (
    <PromptEditor.Root
      variables={variables}
      value={textOf(value)}
      onValueChange={(text) => onValueChange(withText(text))}
      onValueCommit={(text) => commit(withText(text))}
    >
      <PromptEditor.Label />
      <PromptEditor.Input />
    </PromptEditor.Root>
  ),
};
type Commit = (value: ImageNodeConfig) => void;

function promptField(): HTMLTextAreaElement {
  const field = document.querySelector<HTMLTextAreaElement>('[data-imagenode-part="prompt-editor-input"]');
  if (!field) throw new Error("There is no prompt editor.");
  return field;
}

/** A view under a host. `held` is what the host holds, `shown` what it has rendered; `set` is a change of the host's own. */
function renderUnder(view: keyof typeof VIEWS, answer: Answer, wrap = (node: React.ReactNode) => node) {
  const commits: ImageNodeConfig[] = [];
  const host = { held: start, shown: start, set: (_value: ImageNodeConfig): void => {} };
  function Host() {
    const [value, setValue] = useState(start);
    const [tell] = useState(() => answer((next) => host.set(next)));
    host.set = (next) => {
      host.held = next;
      setValue(next);
    };
    useEffect(() => {
      host.shown = value;
    }, [value]);
    return VIEWS[view](value, tell, (next) => commits.push(next));
  }
  render(wrap(<Host />));
  const field = promptField();
  act(() => field.focus());
  field.setSelectionRange(field.value.length, field.value.length);
  return { host, commits, field };
}

describe.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])("%s, under a host that answers", (view) => {
  it.each(Object.entries(HOSTS))("%s, loses no letter and no commit", async (_name, make) => {
    const { host, commits, field } = renderUnder(view, make());
    await userEvent.keyboard(" on a desk");
    await vi.waitFor(() => expect(textOf(host.held)).toBe("A lamp on a desk"), { timeout: 10_000 });
    await vi.waitFor(() => expect(commits.map(textOf)).toContain("A lamp on a desk"), { timeout: 10_000 });
    expect(field.value).toBe("A lamp on a desk");
    expect(field.selectionStart).toBe("A lamp on a desk".length);
  });

  it("in strict mode after 150 ms, loses no letter", async () => {
    const { host, field } = renderUnder(
      view,
      late(() => 150),
      (node) => <StrictMode>{node}</StrictMode>,
    );
    await userEvent.keyboard(" at night");
    await vi.waitFor(() => expect(textOf(host.held)).toBe("A lamp at night"), { timeout: 10_000 });
    expect(field.value).toBe("A lamp at night");
  });

  it.each([
    ["at once", 0],
    ["after 150 ms", 150],
  ])("%s in capitals, ends with the host's form and loses no letter", async (_name, delay) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const capitals = (value: ImageNodeConfig) => withText(textOf(value).toUpperCase());
    const answer: Answer = (store) => (value) => {
      if (delay === 0) store(capitals(value));
      else setTimeout(() => store(capitals(value)), delay);
    };
    const { commits, field } = renderUnder(view, answer);
    await userEvent.keyboard(" on a desk");
    await vi.waitFor(() => expect(field.value).toBe("A LAMP ON A DESK"), { timeout: 10_000 });
    await vi.waitFor(() => expect(commits.map(textOf).at(-1)).toBe("A LAMP ON A DESK"), { timeout: 10_000 });
    warn.mockRestore();
  });

  it("never, keeps what was typed", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { commits, field } = renderUnder(view, () => () => {});
    await userEvent.keyboard("s");
    await vi.waitFor(() => expect(commits.map(textOf)).toEqual(["A lamps"]), { timeout: 10_000 });
    expect(field.value).toBe("A lamps");
    warn.mockRestore();
  });

  it("late, follows the host where it undoes", async () => {
    const { host, field } = renderUnder(
      view,
      late(() => 60),
    );
    await userEvent.keyboard("s");
    await vi.waitFor(() => expect(textOf(host.shown)).toBe("A lamps"), { timeout: 10_000 });
    act(() => host.set(start));
    expect(field.value).toBe("A lamp");
    act(() => host.set(withText("Another lamp")));
    expect(field.value).toBe("Another lamp");
    await userEvent.keyboard("!");
    await vi.waitFor(() => expect(textOf(host.held)).toBe("Another lamp!"), { timeout: 10_000 });
    expect(field.value).toBe("Another lamp!");
  });
});

describe("the panel, under a host that answers after 150 ms", () => {
  it("takes a change from outside in the middle of typing", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    let hold = true;
    const waiting: (() => void)[] = [];
    const { host, field } = renderUnder("the panel", (store) => (value) => {
      if (hold) waiting.push(() => store(value));
      else store(value);
    });
    await userEvent.keyboard(" on");
    act(() => host.set(withText("From outside")));
    expect(field.value).toBe("From outside");
    hold = false;
    await userEvent.keyboard("!");
    await vi.waitFor(() => expect(textOf(host.held)).toBe("From outside!"), { timeout: 10_000 });
    expect(field.value).toBe("From outside!");
    warn.mockRestore();
  });

  it("keeps a selection and a mode while older answers come in", async () => {
    const { host, commits } = renderUnder(
      "the panel",
      late(() => 150),
    );
    await userEvent.keyboard(" on");
    await userEvent.click(screen.getByRole("combobox", { name: "Style" }));
    await userEvent.click(await screen.findByRole("option", { name: "Watercolor" }));
    expect(screen.getByRole("combobox", { name: "Style" })).toHaveTextContent("Watercolor");
    await userEvent.click(screen.getByRole("tab", { name: "Prompt AI" }));
    expect(screen.getByRole("tab", { name: "Prompt AI" })).toHaveAttribute("aria-selected", "true");
    await vi.waitFor(
      () => expect([host.held.style, host.held.prompt.mode]).toEqual(["watercolor", "prompt_ai"]),
      { timeout: 10_000 },
    );
    expect(textOf(host.held)).toBe("A lamp on");
    expect(screen.getByRole("combobox", { name: "Style" })).toHaveTextContent("Watercolor");
    expect(screen.getByRole("tab", { name: "Prompt AI" })).toHaveAttribute("aria-selected", "true");
    await waitFor(() => expect(commits.at(-1)?.prompt.mode).toBe("prompt_ai"));
  });

  it("renders no part of the form while letters are typed", async () => {
    const renders = vi.fn();
    render(
      <ConfigForm.Root defaultValue={start}>
        <Profiler id="form" onRender={renders}>
          <Field.Root name="prompt.template">
            <PromptEditor.Root>
              <PromptEditor.Label />
              <PromptEditor.Input />
            </PromptEditor.Root>
          </Field.Root>
        </Profiler>
      </ConfigForm.Root>,
    );
    const field = promptField();
    act(() => field.focus());
    await userEvent.keyboard("a");
    renders.mockClear();
    await userEvent.keyboard(" quiet sentence");
    expect(field.value).toContain(" quiet sentence");
    expect(renders).not.toHaveBeenCalled();
  });
});
