import {
  Background,
  BackgroundVariant,
  Panel,
  ReactFlow,
  applyEdgeChanges,
  applyNodeChanges,
  useReactFlow,
} from "@xyflow/react";
import type { Connection, Edge, EdgeChange, Node, NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { makesCircle } from "../engine/graph.js";
import type { LoopHandle, NodeKind, Workflow } from "../engine/types.js";
import { addNode, changeNode, connect, removeNodes } from "../workflow/editWorkflow.js";
import { AddNodeMenu } from "./AddNodeMenu.js";
import { useEditor, useRun } from "./EditorContext.js";
import { Icon } from "./icons.js";
import { NodeCard } from "./NodeCard.js";
import "@xyflow/react/dist/base.css";

const NODE_TYPES = { card: NodeCard };
// Smaller than half, nobody can read a card: a phone shows the middle, and the rest by a swipe.
const FIT = { padding: 0.16, maxZoom: 1, minZoom: 0.5 };

/** The canvas: React Flow, with the workflow as its only source of what there is. */
export function Canvas() {
  const { workflow, selectedId, select, change } = useEditor();
  const flow = useReactFlow();
  // What React Flow knows by itself: measured sizes, and where a node is while it is dragged.
  const [known, setKnown] = useState<readonly Node[]>([]);
  const nodes = useMemo(() => toNodes(workflow, known, selectedId), [workflow, known, selectedId]);
  const edges = useFlowEdges(workflow);
  const [chosenEdges, setChosenEdges] = useState<ReadonlySet<string>>(new Set());

  const area = useRef<HTMLElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    moved.current = false;
    const element = area.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The whole workflow stays in view when drawer and dock open, until somebody has chosen a view of their own.
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!moved.current) void flow.fitView(FIT);
      }, 60);
    });
    if (element) observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [flow, workflow.id]);

  const onNodesChange = (changes: NodeChange[]) => {
    setKnown(applyNodeChanges(changes.filter(isOwn), nodes));
    const moves = changes.filter((one) => one.type === "position" && one.dragging === false);
    change((now) => moves.reduce(place, now));
    // Enter on a node, as well as a click.
    const chosen = changes.find((one) => one.type === "select" && one.selected);
    if (chosen?.type === "select") select(chosen.id);
  };
  const onEdgesChange = useCallback((changes: EdgeChange[]) => {
    setChosenEdges((chosen) => {
      const shown = [...chosen].map((id): Edge => ({ id, source: "", target: "", selected: true }));
      const selects = changes.filter((one) => one.type === "select");
      const added = selects
        .filter((one) => one.selected)
        .map(({ id }): Edge => ({ id, source: "", target: "" }));
      const next = applyEdgeChanges(selects, [...shown, ...added]);
      return new Set(next.filter((edge) => edge.selected).map((edge) => edge.id));
    });
  }, []);
  const onConnect = ({ source, target, sourceHandle }: Connection) => {
    change((now) => connect(now, source, target, toHandle(sourceHandle)));
  };

  const add = (kind: NodeKind) => {
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
      void flow.fitView(FIT);
    }, 80);
  };
  // Own handling instead of React Flow's: that one listens on the document, where keys of popups would reach it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    if ((event.target as Element).closest("input, textarea, select, [contenteditable]")) return;
    if (chosenEdges.size > 0) {
      change((now) => ({ ...now, edges: now.edges.filter((edge) => !chosenEdges.has(edge.id)) }));
      setChosenEdges(new Set());
    } else if (selectedId) {
      change((now) => removeNodes(now, [selectedId]));
      select(undefined);
    }
  };

  return (
    // A graph reads from left to right in every language; the words on its cards have their own direction.
    // eslint-plugin-jsx-a11y sees a plain element: the keys belong to the nodes inside of it.
    <section className="wf-canvas" dir="ltr" aria-label="Canvas" ref={area} onKeyDownCapture={onKeyDown}>
      <ReactFlow
        nodes={nodes}
        edges={edges.map((edge) => ({ ...edge, selected: chosenEdges.has(edge.id) }))}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        onMoveStart={(event) => {
          if (event) moved.current = true;
        }}
        isValidConnection={({ source, target }) => !makesCircle(workflow, source, target)}
        onNodeClick={(_event, node) => select(node.id)}
        onPaneClick={() => select(undefined)}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
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
          <button type="button" aria-label="Zoom in" onClick={() => void flow.zoomIn()}>
            <Icon name="plus" />
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => void flow.zoomOut()}>
            <Icon name="minus" />
          </button>
          <button type="button" aria-label="Fit to view" onClick={() => void flow.fitView(FIT)}>
            <Icon name="fit" />
          </button>
        </Panel>
      </ReactFlow>
    </section>
  );
}

/** Whether React Flow decides it: what there is, and what is chosen, the editor does. */
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

function useFlowEdges(workflow: Workflow): Edge[] {
  const states = useRun((run) =>
    workflow.nodes.map(({ id }) => `${id}:${run?.nodes[id]?.status ?? ""}`).join(),
  );
  return useMemo(() => {
    const status = new Map(states.split(",").map((state) => state.split(":") as [string, string]));
    const nameOf = (id: string) => workflow.nodes.find((node) => node.id === id)?.name ?? id;
    return workflow.edges.map(({ id, source, target, handle }) => {
      const flows = status.get(target) === "running";
      const done = status.get(source) === "succeeded" && status.get(target) === "succeeded";
      return {
        id,
        source,
        target,
        sourceHandle: handle ?? (isLoop(workflow, source) ? "each" : null),
        animated: flows,
        className: flows ? "wf-edge-live" : done ? "wf-edge-done" : "",
        ariaLabel: `From ${nameOf(source)} to ${nameOf(target)}`,
      };
    });
  }, [states, workflow]);
}

function isLoop(workflow: Workflow, id: string): boolean {
  return workflow.nodes.find((node) => node.id === id)?.kind === "loop";
}

function toHandle(id: string | null): LoopHandle | undefined {
  return id === "each" || id === "done" ? id : undefined;
}
