import { prepareRequest } from "image-generation-node/client";
import type { GenerationState, GenerationStore } from "image-generation-node/client";
import { ImageNodeError, parseImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeOutput } from "image-generation-node/contract";
import type { ExecuteContext, Executor } from "../engine/executor.js";

/**
 * Creates the executor that generates through the node's own store, which its face and its panel show too. The key
 * comes from the run and the node: a run that a reload has interrupted finds its image instead of paying for a second.
 */
export function createImageExecutor(getStore: (nodeId: string) => GenerationStore): Executor {
  return async (context) => {
    const { node, runId, outputs, signal, log } = context;
    const store = getStore(node.id);
    const { config, notes } = parseImageNodeConfig(node.config);
    for (const note of notes) log(note, "warn");
    const request = prepareRequest({
      config,
      variables: outputs,
      context: {
        workflowRunId: runId,
        nodeId: node.id,
        nodeSlug: node.slug,
        nodeName: node.name,
        attempt: 1,
      },
    });
    // A picture that somebody asks for by hand in the panel comes first: one node draws one picture at a time.
    await untilAtRest(store, signal);
    if (isOf(context, store.getSnapshot())) log("rejoined the picture that was under way");
    else void store.start(request, { idempotencyKey: `${runId}.${node.id}` });
    const stop = () => void store.cancel().catch(() => store.stopWaiting());
    signal.addEventListener("abort", stop);
    try {
      const output = toOutput(await untilAtRest(store, undefined));
      return {
        input: { prompt: output.prompt, aspectRatio: config.aspectRatio, style: config.style },
        output,
      };
    } finally {
      signal.removeEventListener("abort", stop);
    }
  };
}

/** Whether what the store shows belongs to this very run. */
function isOf({ runId }: ExecuteContext, state: GenerationState): boolean {
  return state.status === "succeeded" && state.request?.context?.workflowRunId === runId;
}

function toOutput(state: GenerationState): ImageNodeOutput {
  if (state.status === "succeeded") return state.generation.output;
  if (state.status === "cancelled")
    throw new ImageNodeError({ kind: "cancelled", message: "The picture was cancelled." });
  throw state.error ?? new Error("The picture is still being made. Open the node and wait for it there.");
}

function untilAtRest(store: GenerationStore, signal: AbortSignal | undefined): Promise<GenerationState> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = store.getSnapshot();
      if (signal?.aborted) end(() => reject(signal.reason as Error));
      // A wait that was interrupted by a reload goes on by itself, as soon as somebody listens.
      else if (state.status !== "running" && (state.status !== "waiting" || state.error))
        end(() => resolve(state));
    };
    const end = (settle: () => void) => {
      unsubscribe();
      signal?.removeEventListener("abort", look);
      settle();
    };
    let unsubscribe: () => void = () => undefined;
    unsubscribe = store.subscribe(look);
    signal?.addEventListener("abort", look);
    look();
  });
}
