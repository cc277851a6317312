"use client";
import { Space } from "../../internal/Space.js";
import { useId, useLayoutEffect, useRef } from "react";
import { canvasClass } from "../../internal/canvasClass.js";
import { POPUP_EVENTS, endCanvasEvents } from "../../internal/endCanvasEvents.js";
import { treeWords, useMessagesWith } from "../../messages/index.js";
import { useBrowserPopup } from "./useBrowserPopup.js";
import { useVariableTree, type TreeEditor } from "./useVariableTree.js";
import { VariableTree } from "./VariableTree.js";

const CONTAINED = endCanvasEvents({}, POPUP_EVENTS);

/**
 * Shows all variables as a tree with search and sample values. The focus stays in the search field; arrow keys walk the
 * tree. Loaded when it is first opened.
 */
export default function VariableBrowser({ editor, anchor, onClose }: VariableBrowserProps) {
  const t = useMessagesWith(treeWords);
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const popup = useBrowserPopup(anchor, onClose);
  const tree = useVariableTree(editor, onClose);
  const { rows, active, index } = tree;

  useLayoutEffect(() => search.current?.focus({ preventScroll: true }), []);

  return (
    <div
      ref={popup}
      popover="manual"
      {...CONTAINED}
      className={canvasClass(undefined)}
      role="dialog"
      aria-label={t("promptEditor.browser")}
      data-imagenode-part="prompt-editor-browser"
    >
      <input
        ref={search}
        type="search"
        // Of no form: Enter would submit the one around, and its data would have a field more.
        form=""
        role="combobox"
        aria-expanded="true"
        aria-haspopup="tree"
        aria-controls={`${id}tree`}
        aria-activedescendant={rows.length > 0 ? `${id}${active}` : undefined}
        aria-label={t("promptEditor.browserSearch")}
        placeholder={t("promptEditor.browserSearch")}
        autoComplete="off"
        spellCheck={false}
        value={tree.query}
        onChange={(event) => tree.search(event.target.value)}
        onKeyDown={tree.onKeyDown}
        data-imagenode-part="prompt-editor-browser-search"
      />
      <VariableTree id={id} read={() => tree} />
      <p role="status" data-imagenode-part="prompt-editor-browser-note">
        {rows.length === 0 ? <span data-imagenode-part="words">{t("promptEditor.browserEmpty")}</span> : null}
        <Space />
        {index.truncated ? (
          <span data-imagenode-part="words">{t("promptEditor.browserTruncated", { count: index.size })}</span>
        ) : null}
      </p>
    </div>
  );
}

interface VariableBrowserProps {
  editor: TreeEditor;
  anchor: HTMLElement;
  onClose(): void;
}
