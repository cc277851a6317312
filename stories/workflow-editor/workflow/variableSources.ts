import { outputVariables } from "image-generation-node/template";
import type { JSONSchema, VariableSource } from "image-generation-node/template";
import { findLoopOf, findUpstream } from "../engine/graph.js";
import { readReference } from "../engine/readReference.js";
import type { LoopConfig } from "../engine/loop/LoopRun.js";
import type { RunState, Workflow, WorkflowNode } from "../engine/types.js";
import type { AgentConfig } from "../nodes/executeAgent.js";
import type { TriggerConfig } from "../nodes/executeTrigger.js";

/**
 * Lists the variables of a node: exactly the nodes before it, nearest first, each by its schema and its output of the
 * last run. Inside a loop, the loop gives the current item; after it, its results.
 */
export function variableSources(
  workflow: Workflow,
  nodeId: string,
  run?: RunState,
): readonly VariableSource[] {
  const upstream = findUpstream(workflow, nodeId);
  const around = findLoopOf(workflow, nodeId);
  return workflow.nodes
    .filter((node) => upstream.has(node.id))
    .sort((a, b) => (upstream.get(a.id) ?? 0) - (upstream.get(b.id) ?? 0))
    .map((node) => {
      const distance = upstream.get(node.id);
      const source =
        node.kind === "loop"
          ? describeLoop(workflow, node, node.id === around?.id, run)
          : describe(node, run);
      return { kind: node.kind, distance, ...source };
    });
}

function describe(node: WorkflowNode, run: RunState | undefined): VariableSource {
  const { slug, name } = node;
  const output = lastOutput(node, run);
  const sample = output === undefined ? undefined : { output };
  switch (node.kind) {
    case "image":
      // Without the documented example: nobody can edit a picture that was never made.
      return { ...outputVariables(slug, name), sample };
    case "trigger": {
      const { payload } = node.config as TriggerConfig;
      // What the form holds now counts for more than what it held at the last run.
      return { slug, label: name, sample: { output: { ...asObject(output), ...payload } } };
    }
    case "agent": {
      const { fields, example } = node.config as AgentConfig;
      const properties = Object.fromEntries(
        fields.map((field): [string, JSONSchema] => [
          field.name,
          {
            type: /themes|tags|keywords/.test(field.name) ? "array" : "string",
            description: field.description,
          },
        ]),
      );
      return {
        slug,
        label: name,
        schema: below({ structured: { type: "object", properties } }),
        sample: sample ?? exampleOf(example),
      };
    }
    case "vision":
      return {
        slug,
        label: name,
        schema: below({
          text: { type: "string", description: "What the model sees" },
          structured: {
            type: "object",
            properties: { pictures: { type: "array", items: { type: "object" } } },
          },
        }),
        sample,
      };
    case "http":
      return {
        slug,
        label: name,
        schema: below({ status: { type: "integer", description: "HTTP status" }, body: {} }),
        sample,
      };
    default:
      return {
        slug,
        label: name,
        schema: below({ status: { type: "integer", description: "HTTP status" } }),
        sample,
      };
  }
}

function exampleOf(structured: AgentConfig["example"]) {
  return structured && { output: { structured } };
}

/** Tells whether what a source gives is real: all that is not the example of an agent that has not run. */
export function isReal(workflow: Workflow, slug: string, run: RunState | undefined): boolean {
  const node = workflow.nodes.find((each) => each.slug === slug);
  return node?.kind !== "agent" || lastOutput(node, run) !== undefined;
}

function describeLoop(
  workflow: Workflow,
  loop: WorkflowNode,
  isAround: boolean,
  run: RunState | undefined,
): VariableSource {
  const { slug, name: label } = loop;
  if (!isAround) {
    const output = lastOutput(loop, run);
    const schema = below({
      results: { type: "array", description: "One entry per item" },
      total: { type: "integer" },
      failed: { type: "integer" },
    });
    return { slug, label, schema, ...(output !== undefined && { sample: { output } }) };
  }
  const items = readList(workflow, loop, run);
  const schema = below({
    currentItem: { description: "The item of this iteration" },
    currentIndex: { type: "integer", description: "Counted from 0" },
    total: { type: "integer", description: "How many items there are" },
  });
  const sample = { output: { currentItem: items[0] ?? null, currentIndex: 0, total: items.length } };
  return { slug, label, schema, sample };
}

/** Reads the list that a loop goes through, as far as it is known before a run. */
function readList(workflow: Workflow, loop: WorkflowNode, run: RunState | undefined): readonly unknown[] {
  const { items } = loop.config as LoopConfig;
  const samples = variableSources(workflow, loop.id, run).map(({ slug, sample }) => [slug, sample] as const);
  const list = readReference(items, Object.fromEntries(samples));
  return Array.isArray(list) ? list : [];
}

function lastOutput(node: WorkflowNode, run: RunState | undefined): unknown {
  const done = run?.nodes[node.id];
  return done?.output ?? done?.items?.find(({ status }) => status === "succeeded")?.output;
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function below(properties: Record<string, JSONSchema>): JSONSchema {
  return { type: "object", properties: { output: { type: "object", properties } } };
}
