"use client";
import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { VListHandle } from "virtua";
import type { Variable, VariableIndex, VariableSource } from "../../../template/index.js";
import { variableIndexOf } from "../../internal/variableIndexOf.js";
import { browserKey } from "./browserKey.js";
import { flattenTree } from "./flattenTree.js";

/** Levels that are expanded at first: the nodes and their outputs. */
const OPEN_LEVELS = 2;

/** Members of the editor that the tree needs. */
export interface TreeEditor {
  options(): { variables: readonly VariableSource[] };
  display(variable: Variable): string;
  insert(variable: Variable): void;
}

/** State of the tree: its rows, which of them is active and expanded, and what keys and presses do. */
export function useVariableTree(editor: TreeEditor, onClose: () => void) {
  const [index] = useState<VariableIndex>(() => variableIndexOf(editor.options().variables));
  const { display } = editor;
  const [query, setQuery] = useState("");
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [active, setActive] = useState(0);
  const list = useRef<VListHandle>(null);
  const rows = useMemo(() => {
    const isExpanded = (path: string) =>
      toggled.get(path) ?? (index.get(path)?.segments.length ?? OPEN_LEVELS + 1) <= OPEN_LEVELS;
    return flattenTree(index, isExpanded, query, display);
  }, [index, toggled, query, display]);

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

  return {
    index,
    list,
    rows,
    active,
    query,
    search(next: string): void {
      setQuery(next);
      move(0);
    },
    /** Inserts the variable of a row; expands or collapses a branch. */
    choose(position: number): void {
      setActive(position);
      const row = rows[position];
      if (row?.expanded === undefined) insert(position);
      else toggle(row.variable.path, !row.expanded);
    },
    onKeyDown(event: KeyboardEvent): void {
      const { nativeEvent, key, keyCode, ctrlKey, metaKey, altKey } = event;
      if (nativeEvent.isComposing || keyCode === 229) return;
      // A search sends nothing: not the form around it, and no run.
      if (key === "Enter") event.preventDefault();
      if (ctrlKey || metaKey || altKey || (event.repeat && key === "Enter")) return;
      const action = browserKey(key, rows, active, query !== "");
      if (!action) return;
      event.preventDefault();
      if (action.type === "move") move(action.active);
      else if (action.type === "insert") insert(active);
      else toggle(action.path, action.type === "expand");
    },
  };
}

export type VariableTreeState = ReturnType<typeof useVariableTree>;
