import type { ImageNodeClient, Outcome } from "image-generation-node/client";
import type { Generation, GenerationRequest } from "image-generation-node/contract";
import { listFor, nodesBefore } from "./flow.js";
import type { Flow, FlowNode } from "./flow.js";
import { requestOf } from "./requestOf.js";

/** A run of the workflow, as plain JSON: what is kept of it lets a restart go on without paying twice. */
export interface FlowRun {
  id: string;
  /** Outputs of the nodes that are done, by node id. */
  outputs: Record<string, unknown>;
  /** Items of a loop that are done, by node id. */
  items: Record<string, (Outcome | undefined)[]>;
}

/** What the engine needs from around it. */
export interface EngineParts {
  client: ImageNodeClient;
  /** Draws one image. The same key never pays twice. */
  draw: (node: FlowNode, request: GenerationRequest, key: string, signal: AbortSignal) => Promise<Generation>;
  send: (node: FlowNode, outputs: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Called after each step, to keep the run. */
  save: (run: FlowRun) => void;
  signal: AbortSignal;
}

/** Runs the nodes in order, and leaves out what is done. Rejects with the first failure, or the signal's reason. */
export async function runFlow(flow: Flow, run: FlowRun, parts: EngineParts): Promise<void> {
  for (const node of inOrder(flow)) {
    if (node.id in run.outputs) continue;
    parts.signal.throwIfAborted();
    const before = nodesBefore(flow, node.id).map(({ node: { id, slug } }) => [slug, run.outputs[id]]);
    run.outputs[node.id] = await runNode(flow, node, Object.fromEntries(before), run, parts);
    parts.save(run);
  }
}

async function runNode(
  flow: Flow,
  node: FlowNode,
  outputs: Record<string, unknown>,
  run: FlowRun,
  parts: EngineParts,
): Promise<unknown> {
  if (node.kind === "trigger") return node.inputs;
  if (node.kind === "action") {
    await parts.send(node, outputs);
    return { sent: true };
  }
  const list = listFor(node, Object.values(outputs));
  if (list) return { items: await drawEach(flow, node, outputs, list, run, parts) };
  const request = await requestOf(flow, node, outputs, { workflowRunId: run.id });
  const { output } = await parts.draw(node, request, `${run.id}.${node.id}`, parts.signal);
  return { output };
}

/** Draws an image for each product. One that fails leaves the others. */
async function drawEach(
  flow: Flow,
  node: FlowNode,
  outputs: Record<string, unknown>,
  list: readonly unknown[],
  run: FlowRun,
  { client, save, signal }: EngineParts,
): Promise<readonly unknown[]> {
  const drafts = await Promise.allSettled(
    list.map((item, index) =>
      requestOf(flow, node, { ...outputs, item }, { workflowRunId: run.id, iteration: [index] }),
    ),
  );
  const requests = drafts.flatMap((draft) => (draft.status === "fulfilled" ? [draft.value] : []));
  const done = (run.items[node.id] ??= []);
  const outcomes = await client.generateMany(requests, {
    concurrency: 2,
    signal,
    completed: [...done],
    onItem(outcome) {
      done[outcome.index] = outcome;
      save(run);
    },
  });
  if (signal.aborted) {
    // The wait has ended, the runs have not.
    const begun = outcomes.flatMap((one) => (one.status === "aborted" && one.id ? [one.id] : []));
    await Promise.allSettled(begun.map((id) => client.cancel(id)));
    signal.throwIfAborted();
  }
  const ended = outcomes.values();
  return drafts.map((draft) => {
    if (draft.status === "rejected") return { error: String(draft.reason) };
    const outcome = ended.next().value;
    if (outcome?.status === "succeeded") return { output: outcome.generation.output };
    return { error: outcome && "error" in outcome ? outcome.error.message : "aborted" };
  });
}

/** Each node after all that lead to it; by depth, since a node is deeper than those before it. */
function inOrder(flow: Flow): readonly FlowNode[] {
  const depth = (node: FlowNode) => nodesBefore(flow, node.id).length;
  return flow.nodes.toSorted((a, b) => depth(a) - depth(b));
}
