import type { GenerationStorage } from "image-generation-node";
import { useCallback, useEffect, useState } from "react";
import { flowSchema } from "./flow.js";
import type { Flow, FlowNode } from "./flow.js";

const KEY = "flow";
const PRODUCTS = [{ name: "lamp" }, { name: "chair" }];

const START: Flow = {
  nodes: [
    {
      id: "n1",
      kind: "trigger",
      slug: "shop",
      name: "New product",
      position: { x: 0, y: 60 },
      inputs: { title: "A brass lamp", products: PRODUCTS },
    },
    { id: "n2", kind: "action", slug: "send", name: "Send", position: { x: 560, y: 60 }, inputs: {} },
  ],
  edges: [],
};

/** A workflow and its edits. */
export interface FlowEdits {
  flow: Flow;
  change: (nodeId: string, next: Partial<FlowNode>) => void;
  /** Adds an image node between the trigger and the action. */
  add: () => void;
  remove: (nodeIds: readonly string[]) => void;
}

/** Holds the workflow, and saves each change of it. */
export function useFlow(storage: GenerationStorage): FlowEdits {
  const [flow, setFlow] = useState<Flow>(() => readFlow(storage.getItem(KEY)));
  useEffect(() => storage.setItem(KEY, JSON.stringify(flow)), [flow, storage]);
  const change = useCallback((nodeId: string, next: Partial<FlowNode>) => {
    setFlow((now) => ({
      ...now,
      nodes: now.nodes.map((node) => (node.id === nodeId ? { ...node, ...next } : node)),
    }));
  }, []);
  const add = useCallback(() => setFlow(addImage), []);
  const remove = useCallback((nodeIds: readonly string[]) => {
    const stays = (id: string) => !nodeIds.includes(id);
    setFlow(({ nodes, edges }) => ({
      nodes: nodes.filter(({ id }) => stays(id)),
      edges: edges.filter(({ source, target }) => stays(source) && stays(target)),
    }));
  }, []);
  return { flow, change, add, remove };
}

function readFlow(text: string | null): Flow {
  const { data } = flowSchema.safeParse(JSON.parse(text ?? "null"));
  return data ?? START;
}

function addImage({ nodes, edges }: Flow): Flow {
  const number = nodes.filter(({ kind }) => kind === "image").length + 1;
  const id = `image_${crypto.randomUUID()}`;
  const slug = number === 1 ? "image" : `image_${number}`;
  const position = { x: 260, y: (number - 1) * 280 };
  const node = { id, kind: "image" as const, slug, name: `Image ${number}`, position, inputs: {} };
  const added = [
    { id: `n1-${id}`, source: "n1", target: id },
    { id: `${id}-n2`, source: id, target: "n2" },
  ];
  return { nodes: [...nodes, node], edges: [...edges, ...added] };
}
