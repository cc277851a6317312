"use client";
import { VList } from "virtua";
import { treeWords, useMessagesWith } from "../../messages/index.js";
import type { VariableTreeState } from "./useVariableTree.js";
import { VariableBrowserItem } from "./VariableBrowserItem.js";

/** Pixels of a row until it is measured. */
const ROW_HEIGHT = 28;
const VISIBLE_ROWS = 10;

/** Rows of the tree, of which only those that can be seen are in the page. */
export function VariableTree({ id, read }: VariableTreeProps) {
  const t = useMessagesWith(treeWords);
  const { rows, active, list, choose } = read();
  const items = rows.map((row, position) => (
    <VariableBrowserItem
      key={row.variable.path}
      id={`${id}${position}`}
      read={() => row}
      active={position === active}
      onChoose={() => choose(position)}
    />
  ));
  const tree = {
    id: `${id}tree`,
    role: "tree",
    // It scrolls, but its keys act in the search field, which keeps the focus.
    tabIndex: -1,
    "aria-label": t("promptEditor.browser"),
    "data-imagenode-part": "prompt-editor-browser-tree",
  };
  if (typeof ResizeObserver !== "function") return <div {...tree}>{items}</div>;
  return (
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
  );
}

interface VariableTreeProps {
  id: string;
  /** A function, because React's development tools read through every object that is a property: samples may throw. */
  read: () => VariableTreeState;
}
