import { applyNodeChanges } from "@xyflow/react";
import type { Node, NodeChange } from "@xyflow/react";
import { useMemo, useState } from "react";
import type { Workflow } from "../engine/types.js";
import { changeNode } from "../workflow/edits.js";
import { useEditor } from "./EditorContext.js";

/** The workflow's nodes for React Flow. Moves and choices go back to the editor. */
export function useFlowNodes() {
  const { workflow, selectedId, select, change } = useEditor();
  // React Flow's own knowledge: measured sizes, and where a node is while it is dragged.
  const [known, setKnown] = useState<readonly Node[]>([]);
  const nodes = useMemo(() => toNodes(workflow, known, selectedId), [workflow, known, selectedId]);
  const onNodesChange = (changes: NodeChange[]) => {
    setKnown(applyNodeChanges(changes.filter(isOwn), nodes));
    const moves = changes.filter((one) => one.type === "position" && one.dragging === false);
    change((now) => moves.reduce(place, now));
    // Enter on a node, as well as a click.
    const chosen = changes.find((one) => one.type === "select" && one.selected);
    if (chosen?.type === "select") select(chosen.id);
  };
  return { nodes, onNodesChange };
}

/** Whether React Flow decides it. The editor decides what exists and what is chosen. */
function isOwn({ type }: NodeChange): boolean {
  return type === "position" || type === "dimensions";
}

function place(workflow: Workflow, move: NodeChange): Workflow {
  if (move.type !== "position" || !move.position) return workflow;
  const { x, y } = workflow.nodes.find((node) => node.id === move.id)?.position ?? { x: NaN, y: NaN };
  const { position } = move;
  return position.x === x && position.y === y ? workflow : changeNode(workflow, move.id, { position });
}

function toNodes({ nodes }: Workflow, known: readonly Node[], selectedId: string | undefined): Node[] {
  return nodes.map(({ id, position, name }) => {
    const before = known.find((node) => node.id === id);
    return {
      ...before,
      id,
      position: before?.dragging ? before.position : position,
      type: "card",
      ariaLabel: name,
      selected: id === selectedId,
      data: NO_DATA,
    };
  });
}

const NO_DATA = {};
