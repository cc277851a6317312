import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { GenerationStore } from "image-generation-node/client";
import type { Engine } from "../engine/createEngine.js";
import type { NodeRun, RunState, Workflow, WorkflowNode } from "../engine/types.js";
import type { StoreRegistry } from "./createStoreRegistry.js";

/** State and actions that every part of the editor shares. */
export interface EditorContextValue {
  workflow: Workflow;
  engine: Engine;
  registry: StoreRegistry;
  selectedId: string | undefined;
  select: (id: string | undefined) => void;
  /** An edit that is one step of the history. */
  change: (edit: (workflow: Workflow) => Workflow) => void;
  /** An edit that goes on, such as typing; `rest` makes it one step. */
  drift: (edit: (workflow: Workflow) => Workflow) => void;
  rest: () => void;
}

export const EditorContext = createContext<EditorContextValue | null>(null);

export function useEditor(): EditorContextValue {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("This part of the workflow editor needs <EditorContext> around it.");
  return editor;
}

/** Name under which a node's image is remembered. */
export function slotOf(workflow: Pick<Workflow, "id">, node: Pick<WorkflowNode, "id">): string {
  return `${workflow.id}/${node.id}`;
}

/** Reads the run that is shown: none where the last one was of another workflow. */
export function useRun<T>(select: (run: RunState | undefined) => T): T {
  const { engine, workflow } = useEditor();
  const read = () => {
    const run = engine.getSnapshot();
    return select(run.workflow?.id === workflow.id ? run : undefined);
  };
  return useSyncExternalStore(engine.subscribe, read, read);
}

export function useNodeRun(nodeId: string): NodeRun | undefined {
  return useRun((run) => run?.nodes[nodeId]);
}

/** Reads the store of an image node, once its scope is mounted. */
export function useNodeStore(slot: string): GenerationStore | undefined {
  const { registry } = useEditor();
  const read = useCallback(() => registry.find(slot), [registry, slot]);
  return useSyncExternalStore(registry.subscribe, read, read);
}
