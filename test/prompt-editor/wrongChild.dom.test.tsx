import { render } from "@testing-library/react";
import { Component, forwardRef } from "react";
import type { ReactElement, ReactNode, Ref } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PromptEditor, useVariableAutocomplete } from "image-generation-node";
import { SOURCES } from "./sources.js";

/** Catches what a part throws, as a host's error boundary does. */
class Boundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null };
  static getDerivedStateFromError = ({ message }: Error) => ({ message });
  override render() {
    return this.state.message ?? this.props.children;
  }
}

/** A text field as component libraries make them: the ref is the box around it. */
const BoxedField = forwardRef(function BoxedField(props: object, ref: Ref<HTMLDivElement>) {
  return (
    <div ref={ref}>
      <textarea {...props} />
    </div>
  );
});
const Refless = (props: object) => <textarea {...{ ...props, ref: undefined }} />;
const Field = forwardRef(function Field(props: object, ref: Ref<HTMLTextAreaElement>) {
  return <textarea {...props} ref={ref} />;
});

function textOf(child: ReactElement): string | null {
  return render(
    <Boundary>
      <PromptEditor.Root variables={SOURCES} defaultValue="A {{trigger.output.style}}">
        <PromptEditor.Input asChild>{child}</PromptEditor.Input>
      </PromptEditor.Root>
    </Boundary>,
  ).container.textContent;
}

describe("<PromptEditor.Input asChild>", () => {
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ["a box around a text area", <BoxedField key="" />, "a <div>"],
    ["a one-line field", <input key="" />, "an? <input>"],
    [
      "an element with editable content",
      <p key="" contentEditable suppressContentEditableWarning />,
      "a <p>",
    ],
    ["a component that passes on no ref", <Refless key="" />, "no element"],
  ])("says which element is needed where it is given %s", (_name, child, found) => {
    expect(textOf(child)).toMatch(new RegExp(`need a <textarea>.*the ref has ${found}`));
  });

  it.each([
    ["a text area", <textarea key="" />],
    ["a component that passes its ref on to one", <Field key="" />],
  ])("takes %s", (_name, child) => {
    expect(textOf(child)).toBe("A {{trigger.output.style}}");
  });

  it("says so where the props of useVariableAutocomplete are on another element", () => {
    function Host() {
      const { getInputProps } = useVariableAutocomplete({ variables: SOURCES });
      return <BoxedField {...(getInputProps() as object)} />;
    }
    const { container } = render(
      <Boundary>
        <Host />
      </Boundary>,
    );
    expect(container.textContent).toContain("getInputProps() need a <textarea>");
  });
});
