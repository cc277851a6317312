"use client";
import { Space } from "../../internal/Space.js";
import type { Variable } from "../../../template/index.js";
import { treeWords, useMessagesWith } from "../../messages/index.js";
import { dataFlag } from "../../internal/dataFlag.js";
import type { TreeRow } from "./flattenTree.js";
import { previewValue } from "../list/previewValue.js";
import { TYPE_GLYPHS } from "../list/typeGlyphs.js";

/** Row of the tree: a click inserts a variable, and expands or collapses a branch. */
export function VariableBrowserItem({ id, read, active, onChoose }: VariableBrowserItemProps) {
  const t = useMessagesWith(treeWords);
  const { variable, level, position, siblings, expanded, name, title } = read();
  // No key handler here: keys act in the search field, which keeps the focus.
  const press = { onClick: onChoose };
  const value = previewValue(variable, active, t);
  return (
    <div
      id={id}
      role="treeitem"
      aria-selected={active}
      aria-expanded={expanded}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      title={title}
      data-imagenode-part="prompt-editor-browser-item"
      data-active={dataFlag(active)}
      data-branch={dataFlag(variable.branch)}
      data-expanded={dataFlag(expanded)}
      data-type={variable.type}
      style={{ "--imagenode-depth": level - 1 } as React.CSSProperties}
      {...press}
    >
      <span
        aria-hidden="true"
        translate="no"
        data-imagenode-part="prompt-editor-browser-toggle"
        title={expanded === undefined ? t(`promptEditor.type.${variable.type}`) : undefined}
      >
        {expanded === undefined ? TYPE_GLYPHS[variable.type] : expanded ? "▾" : "▸"}
      </span>
      <Space />
      <span data-imagenode-part="prompt-editor-browser-path" translate="no">
        {name}
      </span>
      <Space />
      {value === null ? null : <span data-imagenode-part="prompt-editor-browser-value">{value}</span>}
    </div>
  );
}

/** Attributes of a row of the tree, which carries `data-imagenode-part="prompt-editor-browser-item"`. */
export interface VariableBrowserItemState {
  /** @selector [data-active] */
  active: boolean;
  /** @selector [data-branch] It holds further variables. */
  branch: boolean;
  /** @selector [data-expanded] */
  expanded: boolean;
  /** @selector [data-type] */
  type: Variable["type"];
}

interface VariableBrowserItemProps {
  id: string;
  /** A function, because React's development tools read through every object that is a property: samples may throw. */
  read: () => TreeRow;
  active: boolean;
  onChoose(): void;
}
