import { Document } from "@tiptap/extension-document";
import { Mention } from "@tiptap/extension-mention";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { EditorContent, ReactRenderer, useEditor } from "@tiptap/react";
import type { JSONContent } from "@tiptap/react";
import type { SuggestionOptions, SuggestionProps } from "@tiptap/suggestion";
import { useEffect, useImperativeHandle, useState } from "react";
import type { Ref } from "react";
import { expose } from "../contestantProps.js";
import type { ContestantProps } from "../contestantProps.js";
import { cutText, findPaths } from "../token.js";

/** Tiptap with its mention extension; the popup is drawn by React and mounted by the suggestion plugin. */
export function Tiptap({ text, paths }: ContestantProps) {
  const editor = useEditor({
    extensions: [
      Document,
      Paragraph,
      Text,
      UndoRedo,
      Mention.configure({
        renderText: ({ node }) => `{{${node.attrs.id}}}`,
        renderHTML: ({ node }) => ["mark", `{{${node.attrs.id}}}`],
        suggestion: createSuggestion(paths),
      }),
    ],
    content: { type: "doc", content: text.split("\n").map(toParagraph) },
    editorProps: { attributes: { "aria-label": "Prompt", spellcheck: "false", class: "editable" } },
  });
  useEffect(() => expose({ read: () => editor.getText({ blockSeparator: "\n" }) }), [editor]);
  return <EditorContent editor={editor} />;
}

function toParagraph(line: string): JSONContent {
  const content = cutText(line).map(({ text, path }) =>
    path === null ? { type: "text", text } : { type: "mention", attrs: { id: path } },
  );
  return { type: "paragraph", content };
}

interface ListHandle {
  onKeyDown(event: KeyboardEvent): boolean;
}

type ListProps = SuggestionProps<string, { id: string }>;

function createSuggestion(paths: readonly string[]): Omit<SuggestionOptions<string>, "editor"> {
  return {
    char: "{{",
    allowedPrefixes: null,
    items: ({ query }) => [...findPaths(paths, query)],
    render() {
      let list: ReactRenderer<ListHandle, ListProps> | null = null;
      let unmount: (() => void) | undefined;
      return {
        onStart(props) {
          list = new ReactRenderer<ListHandle, ListProps>(List, { props, editor: props.editor });
          unmount = props.mount(list.element);
        },
        onUpdate: (props) => list?.updateProps(props),
        onKeyDown: ({ event }) => list?.ref?.onKeyDown(event) ?? false,
        onExit() {
          unmount?.();
          list?.destroy();
          list = null;
        },
      };
    },
  };
}

function List({ items, command, ref }: ListProps & { ref?: Ref<ListHandle> }) {
  const [choice, setChoice] = useState({ items, index: 0 });
  const selected = choice.items === items ? choice.index : 0;
  const setSelected = (index: number) => setChoice({ items, index });
  useImperativeHandle(ref, () => ({
    onKeyDown({ key }) {
      const path = items[selected];
      if (key === "Enter" && path !== undefined) command({ id: path });
      else if (key === "ArrowDown") setSelected((selected + 1) % items.length);
      else if (key === "ArrowUp") setSelected((selected + items.length - 1) % items.length);
      else return false;
      return true;
    },
  }));
  return (
    <div role="listbox" aria-label="Variables">
      {items.map((path, index) => (
        <button
          type="button"
          key={path}
          role="option"
          aria-selected={index === selected}
          onClick={() => command({ id: path })}
        >
          {path}
        </button>
      ))}
    </div>
  );
}
