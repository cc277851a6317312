import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import { LexicalTypeaheadMenuPlugin, MenuOption } from "@lexical/react/LexicalTypeaheadMenuPlugin";
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, TextNode } from "lexical";
import type { EditorConfig, TextNode as LexicalTextNode } from "lexical";
import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { expose } from "../contestantProps.js";
import type { ContestantProps } from "../contestantProps.js";
import { cutText, findPaths } from "../token.js";

class VariableNode extends TextNode {
  static override getType() {
    return "variable";
  }
  static override clone(node: VariableNode) {
    return new VariableNode(node.__text, node.__key);
  }
  override createDOM(config: EditorConfig) {
    const element = super.createDOM(config);
    element.style.backgroundColor = "#dde";
    return element;
  }
}

class PathOption extends MenuOption {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** Lexical's plain text with its typeahead menu; variables are nodes of their own, as in its playground's mentions. */
export function Lexical({ text, paths }: ContestantProps) {
  const config = {
    namespace: "bench",
    nodes: [VariableNode],
    editorState: () => writeText(text),
    onError: (error: Error) => {
      throw error;
    },
  };
  return (
    <LexicalComposer initialConfig={config}>
      <PlainTextPlugin
        contentEditable={<ContentEditable aria-label="Prompt" spellCheck={false} className="editable" />}
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      <Typeahead paths={paths} />
    </LexicalComposer>
  );
}

function Typeahead({ paths }: { paths: readonly string[] }) {
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const options = useMemo(
    () => (query === null ? [] : findPaths(paths, query).map((path) => new PathOption(path))),
    [paths, query],
  );
  useEffect(
    () => expose({ read: () => editor.getEditorState().read(() => $getRoot().getTextContent()) }),
    [editor],
  );
  const accept = (option: PathOption, node: LexicalTextNode | null, close: () => void) => {
    editor.update(() => {
      const variable = createVariableNode(option.path);
      node?.replace(variable);
      variable.selectNext(0, 0);
      close();
    });
  };
  return (
    <LexicalTypeaheadMenuPlugin<PathOption>
      options={options}
      onQueryChange={setQuery}
      onSelectOption={accept}
      triggerFn={(before) => {
        const match = /\{\{([^{}\s]*)$/.exec(before);
        return (
          match && {
            leadOffset: match.index,
            matchingString: match[1] ?? "",
            replaceableString: match[0],
          }
        );
      }}
      menuRenderFn={(anchor, { selectedIndex, setHighlightedIndex, selectOptionAndCleanUp }) =>
        anchor.current &&
        createPortal(
          <div role="listbox" aria-label="Variables">
            {options.map((option, index) => (
              <button
                type="button"
                tabIndex={-1}
                key={option.key}
                ref={option.setRefElement}
                role="option"
                aria-selected={index === selectedIndex}
                onMouseEnter={() => setHighlightedIndex(index)}
                onMouseDown={() => selectOptionAndCleanUp(option)}
              >
                {option.path}
              </button>
            ))}
          </div>,
          anchor.current,
        )
      }
    />
  );
}

function createVariableNode(path: string) {
  return new VariableNode(`{{${path}}}`).setMode("token");
}

function writeText(text: string) {
  const paragraph = $createParagraphNode();
  text.split("\n").forEach((line, index) => {
    if (index > 0) paragraph.append($createLineBreakNode());
    for (const piece of cutText(line))
      paragraph.append(piece.path === null ? $createTextNode(piece.text) : createVariableNode(piece.path));
  });
  $getRoot().append(paragraph);
}
