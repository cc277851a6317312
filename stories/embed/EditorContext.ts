import { createContext, useContext } from "react";
import type { Runs } from "./createRuns.js";
import type { Flow, FlowNode } from "./flow.js";

/** What the nodes on the canvas read of the editor around them. */
export interface EditorValue {
  flow: Flow;
  change: (nodeId: string, next: Partial<FlowNode>) => void;
  runs: Runs;
  open: (nodeId: string) => void;
}

export const EditorContext = createContext<EditorValue | null>(null);

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (!value) throw new Error("useEditor() stands outside of the editor.");
  return value;
}
