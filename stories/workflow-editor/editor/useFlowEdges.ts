import { applyEdgeChanges } from "@xyflow/react";
import type { Edge, EdgeChange } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import type { Workflow } from "../engine/types.js";
import { useEditor, useRun } from "./EditorContext.js";

/** The workflow's connections for React Flow, with the chosen ones and the state of the run. */
export function useFlowEdges() {
  const { workflow } = useEditor();
  const edges = useRunEdges(workflow);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const onEdgesChange = useCallback((changes: EdgeChange[]) => {
    setChosen((before) => applySelects(before, changes));
  }, []);
  return {
    edges: edges.map((edge) => ({ ...edge, selected: chosen.has(edge.id) })),
    onEdgesChange,
    chosen,
    clearChosen: () => setChosen(new Set()),
  };
}

function applySelects(chosen: ReadonlySet<string>, changes: readonly EdgeChange[]): ReadonlySet<string> {
  const shown = [...chosen].map((id): Edge => ({ id, source: "", target: "", selected: true }));
  const selects = changes.filter((one) => one.type === "select");
  const added = selects.filter((one) => one.selected).map(({ id }): Edge => ({ id, source: "", target: "" }));
  const next = applyEdgeChanges(selects, [...shown, ...added]);
  return new Set(next.filter((edge) => edge.selected).map((edge) => edge.id));
}

function useRunEdges(workflow: Workflow): Edge[] {
  const states = useRun((run) =>
    workflow.nodes.map(({ id }) => `${id}:${run?.nodes[id]?.status ?? ""}`).join(),
  );
  return useMemo(() => {
    const status = new Map(states.split(",").map((state) => state.split(":") as [string, string]));
    const nodeOf = (id: string) => workflow.nodes.find((node) => node.id === id);
    const nameOf = (id: string) => nodeOf(id)?.name ?? id;
    return workflow.edges.map(({ id, source, target, handle }) => {
      const flows = status.get(target) === "running";
      const done = status.get(source) === "succeeded" && status.get(target) === "succeeded";
      return {
        id,
        source,
        target,
        sourceHandle: handle ?? (nodeOf(source)?.kind === "loop" ? "each" : null),
        animated: flows,
        className: flows ? "wf-edge-live" : done ? "wf-edge-done" : "",
        ariaLabel: `From ${nameOf(source)} to ${nameOf(target)}`,
      };
    });
  }, [states, workflow]);
}
