import type { VariableSource } from "image-generation-node/template";

/** Outputs of the nodes before this one, by slug: a host takes them from its workflow's run. */
const upstreamOutputs = {
  trigger: { output: { style: "whimsical" } },
  agent: { output: { structured: { subject: "a red fox under a full moon", mood: "calm" } } },
  product: { output: { currentItem: { name: "Lamp No. 4" }, currentIndex: 0, total: 3 } },
};

/** The same nodes as the prompt editor sees them. */
export const upstreamSources: readonly VariableSource[] = [
  { slug: "trigger", label: "Trigger", kind: "trigger", sample: upstreamOutputs.trigger, distance: 3 },
  {
    slug: "agent",
    label: "Agent",
    kind: "agent",
    sample: upstreamOutputs.agent,
    distance: 2,
    schema: {
      type: "object",
      properties: {
        output: {
          type: "object",
          properties: {
            structured: {
              type: "object",
              properties: {
                subject: { type: "string", description: "What the picture shows" },
                mood: { type: "string", description: "The feeling of its light" },
              },
            },
          },
        },
      },
    },
  },
  { slug: "product", label: "Loop", kind: "loop", sample: upstreamOutputs.product, distance: 1 },
];

/** Returns the input of a run. */
export const getRunInput = () => ({
  variables: upstreamOutputs,
  context: { workflowRunId: "run_1", nodeId: "n4", nodeSlug: "image_gen", nodeName: "Image Generation" },
});
