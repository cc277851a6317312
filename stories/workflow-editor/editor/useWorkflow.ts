import { useCallback, useReducer } from "react";
import type { Workflow } from "../engine/types.js";
import { createHistory, drift, redo, settle, step, undo } from "../workflow/history.js";
import type { History } from "../workflow/history.js";

type Edit = (workflow: Workflow) => Workflow;
type Action =
  | { type: "change" | "drift"; edit: Edit }
  | { type: "open"; workflow: Workflow }
  | { type: "rest" | "undo" | "redo" };

function reduce(history: History<Workflow>, action: Action): History<Workflow> {
  switch (action.type) {
    case "change":
      return step(history, action.edit(history.present));
    case "drift":
      return drift(history, action.edit(history.present));
    case "open":
      return step(history, action.workflow);
    case "rest":
      return settle(history);
    case "undo":
      return undo(history);
    case "redo":
      return redo(history);
  }
}

/** The workflow on the canvas with its history. */
export function useWorkflow(create: () => Workflow) {
  const [history, dispatch] = useReducer(reduce, undefined, () => createHistory(create()));
  return {
    workflow: history.present,
    canUndo: history.past.length > 0 || history.resting !== undefined,
    canRedo: history.future.length > 0 && history.resting === undefined,
    change: useCallback((edit: Edit) => dispatch({ type: "change", edit }), []),
    drift: useCallback((edit: Edit) => dispatch({ type: "drift", edit }), []),
    rest: useCallback(() => dispatch({ type: "rest" }), []),
    open: useCallback((workflow: Workflow) => dispatch({ type: "open", workflow }), []),
    undo: useCallback(() => dispatch({ type: "undo" }), []),
    redo: useCallback(() => dispatch({ type: "redo" }), []),
  };
}
