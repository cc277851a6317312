import { Background, BackgroundVariant, Panel, ReactFlow } from "@xyflow/react";
import type { Connection } from "@xyflow/react";
import type { KeyboardEvent } from "react";
import { makesCircle } from "../engine/graph.js";
import type { NodeKind } from "../engine/types.js";
import { addNode, connect, removeNodes } from "../workflow/edits.js";
import { AddNodeMenu } from "./AddNodeMenu.js";
import { useEditor } from "./EditorContext.js";
import { NodeCard } from "./NodeCard.js";
import { FIT, useFitView } from "./useFitView.js";
import { useFlowEdges } from "./useFlowEdges.js";
import { useFlowNodes } from "./useFlowNodes.js";
import { ZoomButtons } from "./ZoomButtons.js";
import "@xyflow/react/dist/base.css";

const NODE_TYPES = { card: NodeCard };
const OWN_KEYS = {
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: null,
  zoomActivationKeyCode: null,
};

/** The canvas: React Flow, with the workflow as the only source of its nodes and connections. */
export function Canvas() {
  const { workflow, select, change } = useEditor();
  const { nodes, onNodesChange } = useFlowNodes();
  const { edges, onEdgesChange, ...chosenEdges } = useFlowEdges();
  const { area, fit, onMoveStart } = useFitView(workflow.id);
  const onKeyDown = useDeleteKeys(chosenEdges);
  const add = useAddNode(fit);
  const onConnect = ({ source, target, sourceHandle: handle }: Connection) => {
    const side = handle === "each" || handle === "done" ? handle : undefined;
    change((now) => connect(now, source, target, side));
  };
  return (
    // A graph reads from left to right in every language; the words on its cards have their own direction.
    // eslint-plugin-jsx-a11y sees a plain element: the keys belong to the nodes inside of it.
    <section className="wf-canvas" dir="ltr" aria-label="Canvas" ref={area} onKeyDownCapture={onKeyDown}>
      <ReactFlow
        {...OWN_KEYS}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        onMoveStart={onMoveStart}
        isValidConnection={({ source, target }) => !makesCircle(workflow, source, target)}
        onNodeClick={(_event, node) => select(node.id)}
        onPaneClick={() => select(undefined)}
        minZoom={0.2}
        maxZoom={1.6}
        fitView
        fitViewOptions={FIT}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} color="var(--wf-dot)" />
        <Panel position="top-left">
          <AddNodeMenu onAdd={add} />
        </Panel>
        <Panel position="bottom-left" className="wf-zoom">
          <ZoomButtons onFit={fit} />
        </Panel>
      </ReactFlow>
    </section>
  );
}

/** Adds a node below the others, opens it and brings it into view. */
function useAddNode(fit: () => void) {
  const { workflow, select, change } = useEditor();
  return (kind: NodeKind) => {
    const right = Math.max(0, ...workflow.nodes.map((node) => node.position.x));
    const lowest = Math.max(0, ...workflow.nodes.map((node) => node.position.y));
    let added = "";
    change((now) => {
      const [next, id] = addNode(now, kind, { x: right, y: lowest + 180 });
      added = id;
      return next;
    });
    setTimeout(() => {
      if (added) select(added);
      fit();
    }, 80);
  };
}

/** Replaces React Flow's own handling, which listens on the document, where keys of popups would reach it. */
function useDeleteKeys({ chosen, clearChosen }: { chosen: ReadonlySet<string>; clearChosen: () => void }) {
  const { selectedId, select, change } = useEditor();
  return (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    if ((event.target as Element).closest("input, textarea, select, [contenteditable]")) return;
    if (chosen.size > 0) {
      change((now) => ({ ...now, edges: now.edges.filter((edge) => !chosen.has(edge.id)) }));
      clearChosen();
      return;
    }
    // What has the focus is meant, whatever the drawer shows.
    const focused = (event.target as Element).closest<HTMLElement>(".react-flow__node")?.dataset.id;
    const id = focused ?? selectedId;
    if (id === undefined) return;
    change((now) => removeNodes(now, [id]));
    if (id === selectedId) select(undefined);
  };
}
