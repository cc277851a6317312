import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Profiler, StrictMode } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PromptEditor, useVariableAutocomplete } from "../../src/react/prompt-editor/index.js";
import { PromptBindingContext, type PromptBinding } from "../../src/react/internal/PromptBinding.js";
import { Editor, findParts } from "./Editor.js";
import { SOURCES } from "./sources.js";

const later = (milliseconds: number) =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));

// A page has them long before somebody types; on a busy machine these tests would be first.
beforeAll(() =>
  Promise.all([
    import("../../src/react/prompt-editor/editor/createCompletion.js"),
    import("../../src/react/prompt-editor/analysis/index.js"),
  ]),
);

/** Puts a text and a caret, as typing would. */
async function type(field: HTMLTextAreaElement, text: string) {
  act(() => field.focus());
  fireEvent.change(field, { target: { value: text } });
  await later(0);
}

describe("without execCommand, showPopover and ResizeObserver", () => {
  it("[case 46] completes, writes and shows the list all the same", async () => {
    const onValueChange = vi.fn();
    const { container } = render(<Editor onValueChange={onValueChange} />);
    const editor = findParts(container);
    expect(document.execCommand).toBeUndefined();
    await type(editor.field, "A {{mood");
    expect(editor.paths()).toEqual(["agent.output.structured.mood"]);
    expect(editor.list.hidden).toBe(false);
    await later(80);
    fireEvent.keyDown(editor.field, { key: "Enter" });
    expect(editor.field.value).toBe("A {{agent.output.structured.mood}}");
    expect(onValueChange).toHaveBeenLastCalledWith(editor.field.value);
    expect(editor.list.hidden).toBe(true);
  });

  it("[case 37] keeps two editors apart, one of them in strict mode", async () => {
    render(
      <>
        <div data-testid="one">
          <StrictMode>
            <Editor />
          </StrictMode>
        </div>
        <div data-testid="two">
          <Editor variables={[{ slug: "other", label: "Other", sample: { mood: "wild" } }]} />
        </div>
      </>,
    );
    const one = findParts(screen.getByTestId("one"));
    const two = findParts(screen.getByTestId("two"));
    expect(one.field.id).not.toBe(two.field.id);
    await type(one.field, "{{mood");
    expect(one.paths()).toEqual(["agent.output.structured.mood"]);
    expect(two.rows()).toHaveLength(0);
    await type(two.field, "{{mood");
    expect(two.paths()).toEqual(["other.mood"]);
    act(() => one.field.blur());
    expect(one.list.hidden).toBe(true);
  });

  it("[case 52] renders no row again when equal variables come in a new list", async () => {
    const renderRow = vi.fn(() => <PromptEditor.Suggestion />);
    const make = () =>
      Array.from({ length: 100 }, (_, node) => ({
        slug: `node${node}`,
        label: `Node ${node}`,
        sample: Object.fromEntries(Array.from({ length: 100 }, (_value, key) => [`key${key}`, key])),
      }));
    const drawn: number[] = [];
    const host = (variables: ReturnType<typeof make>) => (
      <Profiler id="editor" onRender={() => drawn.push(screen.queryAllByRole("option").length)}>
        <PromptEditor.Root variables={variables}>
          <PromptEditor.Input />
          <PromptEditor.Suggestions>{renderRow}</PromptEditor.Suggestions>
        </PromptEditor.Root>
      </Profiler>
    );
    const { container, rerender } = render(host(make()));
    const editor = findParts(container);
    await type(editor.field, "{{key1");
    await waitFor(() => expect(editor.rows()).toHaveLength(50));
    expect(drawn.find((rows) => rows > 0)).toBeLessThan(20);
    renderRow.mockClear();
    for (let time = 0; time < 10; time++) {
      rerender(host(make()));
      // Once longer than the rest after which rows that can't be seen are drawn.
      await later(time === 0 ? 300 : 0);
    }
    expect(editor.rows()).toHaveLength(50);
    expect(renderRow).not.toHaveBeenCalled();
  });
});

describe("<PromptEditor.Root />", () => {
  const binding = (overrides: Partial<PromptBinding> = {}): PromptBinding => ({
    name: "prompt.template",
    text: {
      get: () => "from the form",
      change: vi.fn(),
      commit: vi.fn(),
      subscribe: () => () => {},
      onRead: () => () => {},
    },
    onRun: vi.fn(),
    disabled: false,
    readOnly: false,
    invalid: false,
    errorId: undefined,
    label: "Prompt",
    maxPromptLength: undefined,
    ...overrides,
  });

  it("takes text, name and state from the form around it", async () => {
    const form = binding({ invalid: true, errorId: "wrong" });
    const { container } = render(
      <PromptBindingContext.Provider value={form}>
        <Editor />
      </PromptBindingContext.Provider>,
    );
    const { field } = findParts(container);
    expect(field).toHaveValue("from the form");
    expect(field.name).toBe("prompt.template");
    expect(field).toHaveAttribute("aria-invalid", "true");
    expect(field).toHaveAttribute("aria-describedby", "wrong");
    await type(field, "typed");
    expect(form.text.change).toHaveBeenLastCalledWith("typed");
    fireEvent.keyDown(field, { key: "Enter", metaKey: true });
    expect(form.text.commit).toHaveBeenCalledOnce();
    expect(form.onRun).toHaveBeenCalledOnce();
  });

  it("lets properties win over the form", () => {
    const { container } = render(
      <PromptBindingContext.Provider value={binding({ disabled: true })}>
        <Editor value="mine" disabled={false} name="own" />
      </PromptBindingContext.Provider>,
    );
    const { field } = findParts(container);
    expect(field).toHaveValue("mine");
    expect(field).toBeEnabled();
    expect(field.name).toBe("own");
  });

  it("names the part and the root where a part stands outside", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(() => render(<PromptEditor.Input />)).toThrow(
      /<PromptEditor.Input> .* outside of <PromptEditor.Root>/,
    );
    error.mockRestore();
  });

  it("ties the label to the field, also under an id of the host's", () => {
    render(
      <PromptEditor.Root>
        <PromptEditor.Label>Instructions</PromptEditor.Label>
        <PromptEditor.Input id="mine" />
      </PromptEditor.Root>,
    );
    expect(screen.getByLabelText("Instructions")).toHaveAttribute("id", "mine");
  });

  it("renders the child instead of its own element where asked to", () => {
    render(
      <PromptEditor.Root asChild>
        <section data-testid="root">
          <PromptEditor.Input asChild>
            <textarea className="mine" />
          </PromptEditor.Input>
        </section>
      </PromptEditor.Root>,
    );
    const root = screen.getByTestId("root");
    expect(root).toHaveAttribute("data-imagenode-part", "prompt-editor-root");
    expect(root.querySelector("textarea")).toHaveClass("mine");
    expect(root.querySelector("textarea")).toHaveAttribute("data-imagenode-part", "prompt-editor-input");
    expect(root.querySelector("[role=status]")).not.toBeNull();
  });
});

describe("<PromptEditor.Diagnostics />", () => {
  it("says what is wrong once typing rests, and puts the suggestion in", async () => {
    const onValueCommit = vi.fn();
    const { container } = render(
      <Editor defaultValue="A {{agent.output.structured.subjct}} x" onValueCommit={onValueCommit} />,
    );
    await later(220);
    const { field, part } = findParts(container);
    expect(part("diagnostic")).toHaveTextContent("Did you mean “agent.output.structured.subject”?");
    expect(part("diagnostic")).toHaveAttribute("data-severity", "error");
    fireEvent.click(screen.getByRole("button", { name: "Replace with “agent.output.structured.subject”" }));
    expect(field).toHaveValue("A {{agent.output.structured.subject}} x");
    expect(onValueCommit).toHaveBeenLastCalledWith(field.value);
    await later(220);
    expect(part("diagnostics")).toBeNull();
    expect(field).not.toHaveAttribute("aria-describedby");
  });
});

describe("<PromptEditor.Resolved />", () => {
  it("shows the text with sample values, and what is missing in them", async () => {
    const { container } = render(
      <Editor defaultValue="A {{trigger.output.style}} cat" extra={<PromptEditor.Resolved />} />,
    );
    await later(220);
    const { field, part } = findParts(container);
    expect(part("resolved")).toHaveTextContent("A noir cat");
    expect(part("resolved")).not.toHaveAttribute("data-incomplete");
    await type(field, "A {{nope}} cat");
    act(() => field.blur());
    await later(220);
    expect(part("resolved")).toHaveAttribute("data-incomplete");
  });
});

describe("useVariableAutocomplete", () => {
  function Own({ onValueChange }: { onValueChange: (value: string) => void }) {
    const editor = useVariableAutocomplete({ variables: SOURCES, defaultValue: "", onValueChange });
    return (
      <>
        <textarea aria-label="Own" {...editor.getInputProps({ className: "mine" })} />
        <ul {...editor.getListProps()}>
          {editor.items.map((variable, position) => (
            <li key={variable.path} {...editor.getOptionProps(position)}>
              {variable.path}
            </li>
          ))}
        </ul>
        <p role="status">{editor.status}</p>
      </>
    );
  }

  it("completes in a text area of the host's, in strict mode too", async () => {
    const onValueChange = vi.fn();
    render(
      <StrictMode>
        <Own onValueChange={onValueChange} />
      </StrictMode>,
    );
    const field = screen.getByLabelText<HTMLTextAreaElement>("Own");
    await type(field, "{{agent.output.structured.");
    expect(screen.getAllByRole("option").map((row) => row.textContent)).toEqual([
      "agent.output.structured.subject",
      "agent.output.structured.mood",
    ]);
    expect(screen.getByRole("status")).toHaveTextContent("2 variables");
    fireEvent.keyDown(field, { key: "ArrowDown" });
    await later(0);
    expect(field.getAttribute("aria-activedescendant")).toBe(screen.getAllByRole("option")[1]?.id);
    fireEvent.keyDown(field, { key: "Enter" });
    expect(field).toHaveValue("{{agent.output.structured.mood}}");
    expect(onValueChange).toHaveBeenLastCalledWith(field.value);
  });
});
