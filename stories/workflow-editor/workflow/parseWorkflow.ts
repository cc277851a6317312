import { parseImageNodeConfig, readPinnedImage } from "image-generation-node/contract";
import type { Workflow, WorkflowEdge, WorkflowNode } from "../engine/types.js";
import { KINDS, KIND_IDS } from "./kinds.js";
import { readConfig } from "./readConfig.js";

/** Workflow that was read, with notes about what had to be assumed. */
export interface ParsedWorkflow {
  workflow: Workflow;
  notes: readonly string[];
}

/**
 * Reads a saved workflow. The configuration of an image node may be of any older version: the library reads it and
 * says what it assumed. Throws, in words for the user, what is no workflow at all.
 */
export function parseWorkflow(text: string): ParsedWorkflow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("This file is no JSON.", { cause });
  }
  const saved = asBag(value);
  if (!Array.isArray(saved.nodes)) throw new Error("This JSON is no workflow: it has no list of nodes.");
  const notes: string[] = [];
  const nodes = saved.nodes.map((node, index) => readNode(asBag(node), index, notes));
  const ids = new Set(nodes.map((node) => node.id));
  const edges = (Array.isArray(saved.edges) ? saved.edges : [])
    .map((edge, index) => readEdge(asBag(edge), index))
    .filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  const workflow: Workflow = {
    version: 1,
    id: readText(saved.id, "imported"),
    name: readText(saved.name, "Imported workflow"),
    nodes,
    edges,
  };
  return { workflow, notes };
}

function readNode(saved: Bag, index: number, notes: string[]): WorkflowNode {
  const kind = KIND_IDS.find((known) => known === saved.kind);
  if (!kind)
    throw new Error(
      `Node ${index + 1} has the kind "${String(saved.kind)}", which this editor does not know.`,
    );
  const position = asBag(saved.position);
  const name = readText(saved.name, KINDS[kind].label);
  return {
    id: readText(saved.id, `n${index + 1}`),
    kind,
    slug: readText(saved.slug, `${KINDS[kind].slug}_${index + 1}`),
    name,
    position: { x: Number(position.x) || 0, y: Number(position.y) || 0 },
    config:
      kind === "image"
        ? readImageConfig(saved.config, name, notes)
        : readConfig(kind, asBag(saved.config), name, notes),
    ...(saved.onError === "continue" && { onError: "continue" as const }),
    ...(kind === "image" && readPinned(saved.pinned, name, notes)),
  };
}

function readImageConfig(saved: unknown, name: string, notes: string[]): unknown {
  const parsed = parseImageNodeConfig(saved);
  notes.push(...parsed.notes.map((note) => `${name}: ${note}`));
  return parsed.config;
}

/** Reads the pinned image, as far as there is one that can be shown. */
function readPinned(saved: unknown, name: string, notes: string[]): Pick<WorkflowNode, "pinned"> {
  if (saved === undefined || saved === null) return {};
  const pinned = readPinnedImage(saved);
  if (pinned) return { pinned };
  notes.push(`${name}: the pinned picture could not be read. Nothing is pinned; a test run makes a new one.`);
  return {};
}

function readEdge(saved: Bag, index: number): WorkflowEdge {
  const handle = saved.handle === "each" || saved.handle === "done" ? saved.handle : undefined;
  return {
    id: readText(saved.id, `e${index + 1}`),
    source: readText(saved.source, ""),
    target: readText(saved.target, ""),
    ...(handle && { handle }),
  };
}

type Bag = Record<string, unknown>;

function asBag(value: unknown): Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function readText(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value : fallback;
}
