import { parseImageNodeConfig, renameConfigReferences } from "image-generation-node/contract";
import type { PinnedImage } from "image-generation-node/contract";
import { renameReferences } from "image-generation-node/template";
import { makesCircle } from "../engine/graph.js";
import type { LoopHandle, NodeKind, Workflow, WorkflowNode } from "../engine/types.js";
import { KINDS } from "./kinds.js";

/** Changes one node. */
export function changeNode(workflow: Workflow, id: string, change: Partial<WorkflowNode>): Workflow {
  return {
    ...workflow,
    nodes: workflow.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
  };
}

/** Gives a node another slug, and rewrites every reference to it in all other nodes. */
export function renameSlug(workflow: Workflow, id: string, wanted: string): Workflow {
  const node = workflow.nodes.find((candidate) => candidate.id === id);
  if (!node) return workflow;
  const slug = freeSlug(workflow, toSlug(wanted) || KINDS[node.kind].slug, id);
  if (slug === node.slug) return workflow;
  const nodes = workflow.nodes.map((other) =>
    other.id === id
      ? { ...other, slug }
      : {
          ...other,
          config: renameInConfig(other, node.slug, slug),
          ...(other.pinned && { pinned: renameInPinned(other.pinned, node.slug, slug) }),
        },
  );
  return { ...workflow, nodes };
}

function renameInConfig({ kind, config }: WorkflowNode, from: string, to: string): unknown {
  if (kind === "image") return renameConfigReferences(parseImageNodeConfig(config).config, from, to);
  const visit = (value: unknown): unknown => {
    if (typeof value === "string") return renameReferences(value, from, to);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member)]));
  };
  // What a trigger hands over is data: text that looks like a reference stays as it is.
  return kind === "trigger" ? config : visit(config);
}

/** The pinned image was made with the same settings as before, whatever the nodes are called now. */
function renameInPinned(pinned: PinnedImage, from: string, to: string): PinnedImage {
  const { config } = pinned;
  return config ? { ...pinned, config: renameConfigReferences(config, from, to) } : pinned;
}

/** Adds a node of a kind, with a slug of its own. */
export function addNode(
  workflow: Workflow,
  kind: NodeKind,
  position: WorkflowNode["position"],
): [Workflow, string] {
  const { label, slug, createConfig } = KINDS[kind];
  const id = freeId(workflow);
  const node = { id, kind, slug: freeSlug(workflow, slug), name: label, position, config: createConfig() };
  return [{ ...workflow, nodes: [...workflow.nodes, node] }, id];
}

/** Removes nodes with their connections. References to them stay and are marked in the text. */
export function removeNodes(workflow: Workflow, ids: readonly string[]): Workflow {
  return {
    ...workflow,
    nodes: workflow.nodes.filter((node) => !ids.includes(node.id)),
    edges: workflow.edges.filter((edge) => !ids.includes(edge.source) && !ids.includes(edge.target)),
  };
}

/** Connects two nodes; unchanged where they are connected already or the workflow would go round. */
export function connect(workflow: Workflow, source: string, target: string, handle?: LoopHandle): Workflow {
  const known = workflow.edges.some(
    (edge) => edge.source === source && edge.target === target && edge.handle === handle,
  );
  if (known || makesCircle(workflow, source, target)) return workflow;
  const id = ["e", source, handle, target].filter(Boolean).join("-");
  return { ...workflow, edges: [...workflow.edges, { id, source, target, ...(handle && { handle }) }] };
}

/** Turns a name into a slug: lower case, with underscores, beginning with a letter. */
function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/^[^a-z]+|(?<!_)_+$/g, "");
}

function freeSlug({ nodes }: Workflow, wanted: string, exceptId?: string): string {
  const taken = new Set(nodes.filter((node) => node.id !== exceptId).map((node) => node.slug));
  let slug = wanted;
  for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}_${count}`;
  return slug;
}

function freeId({ nodes }: Workflow): string {
  let count = nodes.length + 1;
  while (nodes.some((node) => node.id === `n${count}`)) count += 1;
  return `n${count}`;
}
