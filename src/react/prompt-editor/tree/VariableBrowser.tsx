"use client";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { VList, type VListHandle } from "virtua";
import type { Variable, VariableIndex, VariableSource } from "../../../template/index.js";
import { useMessages } from "../../messages/index.js";
import { browserKey } from "./browserKey.js";
import { flattenTree } from "./flattenTree.js";
import { useBrowserPopup } from "./useBrowserPopup.js";
import { VariableBrowserItem } from "./VariableBrowserItem.js";
import { variableIndexOf } from "../list/variableIndexOf.js";

/** Levels that are expanded at first: the nodes and their outputs. */
const OPEN_LEVELS = 2;

/** Pixels of a row until it is measured. */
const ROW_HEIGHT = 28;
const VISIBLE_ROWS = 10;

/**
 * All variables as a tree with search and sample values. The focus stays in the search field; arrow keys walk the tree.
 * Loaded when it is first opened.
 */
export default function VariableBrowser({ editor, anchor, onClose }: VariableBrowserProps) {
  const t = useMessages();
  const id = useId();
  const [index] = useState<VariableIndex>(() => variableIndexOf(editor.options().variables));
  const [query, setQuery] = useState("");
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [active, setActive] = useState(0);
  const list = useRef<VListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const popup = useBrowserPopup(anchor, onClose);
  const rows = useMemo(() => {
    const isExpanded = (path: string) =>
      toggled.get(path) ?? (index.get(path)?.segments.length ?? OPEN_LEVELS + 1) <= OPEN_LEVELS;
    return flattenTree(index, isExpanded, query);
  }, [index, toggled, query]);

  useLayoutEffect(() => search.current?.focus({ preventScroll: true }), []);

  const move = (to: number) => {
    setActive(to);
    list.current?.scrollToIndex(to, { align: "nearest" });
  };
  const toggle = (path: string, open: boolean) => setToggled((before) => new Map(before).set(path, open));
  const insert = (position: number) => {
    const row = rows[position];
    if (!row) return;
    onClose();
    editor.insert(row.variable);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.nativeEvent.isComposing ||
      event.keyCode === 229 ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const action = browserKey(event.key, rows, active, query !== "");
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.type === "move") move(action.active);
    else if (action.type === "insert") insert(active);
    else toggle(action.path, action.type === "expand");
  };

  const items = rows.map((row, position) => (
    <VariableBrowserItem
      key={row.variable.path}
      id={`${id}${position}`}
      read={() => row}
      active={position === active}
      onChoose={() => {
        setActive(position);
        if (row.expanded === undefined) insert(position);
        else toggle(row.variable.path, !row.expanded);
      }}
    />
  ));

  const tree = {
    id: `${id}tree`,
    role: "tree",
    tabIndex: 0,
    "aria-label": t("promptEditor.browser"),
    "data-imagenode-part": "prompt-editor-browser-tree",
  };
  return (
    <div
      ref={popup}
      popover="manual"
      role="dialog"
      aria-label={t("promptEditor.browser")}
      data-imagenode-part="prompt-editor-browser"
    >
      <input
        ref={search}
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-haspopup="tree"
        aria-controls={`${id}tree`}
        aria-activedescendant={rows.length > 0 ? `${id}${active}` : undefined}
        aria-label={t("promptEditor.browserSearch")}
        placeholder={t("promptEditor.browserSearch")}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          move(0);
        }}
        onKeyDown={onKeyDown}
        data-imagenode-part="prompt-editor-browser-search"
      />
      {typeof ResizeObserver === "function" ? (
        <VList
          {...tree}
          ref={list}
          keepMounted={rows.length > 0 ? [active] : []}
          itemSize={ROW_HEIGHT}
          // Rows that turn out lower than guessed need no scroll bar any more. Were they to grow wider by it, their
          // observer would see them twice in one frame, which the browser reports as an error.
          style={{ height: Math.min(rows.length, VISIBLE_ROWS) * ROW_HEIGHT, scrollbarGutter: "stable" }}
        >
          {items}
        </VList>
      ) : (
        <div {...tree}>{items}</div>
      )}
      <p role="status" data-imagenode-part="prompt-editor-browser-note">
        {rows.length === 0 ? t("promptEditor.browserEmpty") : null}
        {index.truncated ? t("promptEditor.browserTruncated", { count: index.size }) : null}
      </p>
    </div>
  );
}

interface VariableBrowserProps {
  editor: { options(): { variables: readonly VariableSource[] }; insert(variable: Variable): void };
  anchor: HTMLElement;
  onClose(): void;
}
