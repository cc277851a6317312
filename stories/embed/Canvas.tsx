import { Background, ReactFlow, applyNodeChanges } from "@xyflow/react";
import type { Node, NodeChange } from "@xyflow/react";
import { useState } from "react";
import { NodeCard } from "./NodeCard.js";
import type { FlowEdits } from "./useFlow.js";
import "@xyflow/react/dist/style.css";

const TYPES = { trigger: NodeCard, image: NodeCard, action: NodeCard };
const KEYS = ["Delete", "Backspace"];

/** The canvas. What React Flow measures of a node stays here; the workflow has the rest. */
export function Canvas({ flow, change, remove, onDelete }: FlowEdits & { onDelete: (id: string) => void }) {
  const [measured, setMeasured] = useState<readonly Node[]>([]);
  const nodes = flow.nodes.map(({ id, kind, position }): Node => {
    const known = measured.find((node) => node.id === id);
    return { ...known, id, type: kind, position, data: {}, deletable: kind === "image" };
  });
  const onNodesChange = (changes: NodeChange[]) => {
    setMeasured(applyNodeChanges(changes, nodes));
    for (const one of changes) {
      if (one.type === "position" && one.position) change(one.id, { position: one.position });
    }
  };
  return (
    <div className="editor-canvas">
      <ReactFlow
        nodes={nodes}
        edges={flow.edges.map((edge) => ({ ...edge }))}
        nodeTypes={TYPES}
        onNodesChange={onNodesChange}
        deleteKeyCode={KEYS}
        onNodesDelete={(deleted) => {
          remove(deleted.map(({ id }) => id));
          for (const { id } of deleted) onDelete(id);
        }}
        fitView
        fitViewOptions={{ maxZoom: 1 }}
        colorMode="system"
      >
        <Background />
      </ReactFlow>
    </div>
  );
}
