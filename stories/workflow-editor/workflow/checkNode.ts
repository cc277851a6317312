import { validateImageNodeConfig } from "image-generation-node/contract";
import { createVariableIndex, diagnoseTemplate } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";
import { findLoopOf } from "../engine/graph.js";
import { NO_NESTED_LOOP } from "../engine/loop/LoopRun.js";
import type { Workflow, WorkflowNode } from "../engine/types.js";

/** Lists a node's errors for its card, without mounting its form. */
export function checkNode(node: WorkflowNode, variables: readonly VariableSource[]): readonly string[] {
  if (node.kind === "trigger") return [];
  if (node.kind === "image") {
    const found = validateImageNodeConfig(node.config, { variables });
    return unique(found.filter(({ severity }) => severity === "error").map(({ message }) => message));
  }
  const index = createVariableIndex(variables);
  const texts: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit(node.config);
  const found = texts.filter((text) => text.includes("{{")).flatMap((text) => diagnoseTemplate(text, index));
  return unique(found.filter(({ severity }) => severity === "error").map(({ message }) => message));
}

/** Lists the errors of a node's place in the workflow. */
export function checkPlace(node: WorkflowNode, workflow: Workflow): readonly string[] {
  const isNested = node.kind === "loop" && findLoopOf(workflow, node.id) !== undefined;
  return isNested ? [NO_NESTED_LOOP] : [];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
