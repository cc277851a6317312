import { resolveTemplate } from "image-generation-node/template";
import type { ExecuteContext, Executed } from "../engine/executor.js";
import { resolveStrictly } from "./resolveStrictly.js";
import { DEMO_AGENT, writeStructured } from "./writeStructured.js";
import type { AgentField } from "./writeStructured.js";

/** Saved configuration of an agent. */
export interface AgentConfig {
  instructions: string;
  fields: readonly AgentField[];
  /** What it may write, by field: shown, and offered to try later nodes, before it has run. */
  example?: Readonly<Record<string, string>> | undefined;
}

/** Lets the demo model fill in its fields from the instructions and the outputs of earlier nodes. */
export function executeAgent({ node, outputs, log }: ExecuteContext): Executed {
  const { instructions, fields } = node.config as AgentConfig;
  const text = resolveStrictly(instructions, outputs);
  const used = resolveTemplate(instructions, outputs).references;
  const structured = writeStructured({ instructions: text, fields, outputs });
  log(`${DEMO_AGENT} wrote ${fields.map((field) => field.name).join(", ")}`);
  return {
    input: { instructions: text, variables: used.map((reference) => reference.path) },
    output: { structured, model: DEMO_AGENT },
  };
}
