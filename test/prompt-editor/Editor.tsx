import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { PromptEditor, type PromptEditorRootProps } from "../../src/react/prompt-editor/index.js";
import { SOURCES } from "./sources.js";

export interface EditorProps extends PromptEditorRootProps {
  inputStyle?: React.CSSProperties | undefined;
  extra?: ReactNode | undefined;
}

/** The whole editor, as a host would put it together. */
export function Editor({ inputStyle, extra, ...props }: EditorProps) {
  return (
    <PromptEditor.Root variables={SOURCES} {...props}>
      <PromptEditor.Label />
      <PromptEditor.Highlight />
      <PromptEditor.Input rows={4} style={{ width: 420, ...inputStyle }} />
      <PromptEditor.Suggestions />
      <PromptEditor.Diagnostics />
      {extra}
    </PromptEditor.Root>
  );
}

/** Renders the editor and finds its elements. */
export function renderEditor(props: EditorProps = {}) {
  const view = render(<Editor {...props} />);
  return { ...view, ...findParts(view.container) };
}

export function findParts(container: ParentNode) {
  const part = <E extends HTMLElement>(name: string) =>
    container.querySelector<E>(`[data-imagenode-part="prompt-editor-${name}"]`);
  const field = part<HTMLTextAreaElement>("input");
  const list = part("suggestions");
  if (!field || !list) throw new Error("The editor is not there.");
  return {
    field,
    list,
    part,
    rows: () => [...list.querySelectorAll<HTMLElement>("[role=option]")],
    paths: () =>
      [...list.querySelectorAll('[data-imagenode-part="prompt-editor-suggestion-path"]')].map(
        (row) => row.textContent,
      ),
    active: () =>
      list.querySelector('[aria-selected="true"] [data-imagenode-part$="-path"]')?.textContent ?? null,
    isOpen: () => list.dataset.open === "" && list.getBoundingClientRect().height > 0,
    marks: () =>
      [...container.querySelectorAll<HTMLElement>("mark")].map(
        (mark) => `${mark.dataset.state}:${mark.textContent}`,
      ),
  };
}

/** What the backdrop holds, line by line. */
export function mirrored(container: ParentNode): string {
  const lines = container.querySelectorAll('[data-imagenode-part="prompt-editor-highlight"] > div > div');
  return [...lines].map((line) => line.textContent?.replace("\u200b", "")).join("\n");
}
