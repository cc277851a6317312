import { prepareRequest } from "image-generation-node/client";
import type { GenerationState, GenerationStore, ImageNodeClient } from "image-generation-node/client";
import { ImageNodeError, parseImageNodeConfig } from "image-generation-node/contract";
import type { GenerationRequest, ImageNodeOutput, PinnedImage } from "image-generation-node/contract";
import type { ExecuteContext, Executed, Executor } from "../engine/executor.js";
import { tellPinned } from "../engine/tellPinned.js";

/**
 * Creates the executor that generates through the node's own store, which its face and its panel show too. The key
 * comes from the run and the node: a run that a reload has interrupted finds its image instead of paying for a second.
 * A pinned image answers at once and leaves the store alone.
 */
export function createImageExecutor(
  client: Pick<ImageNodeClient, "generate">,
  getStore: (nodeId: string) => GenerationStore,
): Executor {
  return async (context) => {
    const { node, runId, outputs, pinned, signal, log } = context;
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
    if (pinned) return takePinned(client, request, pinned, context);
    const store = getStore(node.id);
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

/** Uses the pinned image. Rejects where it is gone; it never makes another one instead. */
async function takePinned(
  client: Pick<ImageNodeClient, "generate">,
  request: GenerationRequest,
  pinned: PinnedImage,
  { signal, log }: ExecuteContext,
): Promise<Executed> {
  const generation = await client.generate(request, { pinned, signal });
  tellPinned([generation], log);
  const { output } = generation;
  return { input: { pinned: true, prompt: output.prompt, aspectRatio: output.aspectRatio }, output };
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
