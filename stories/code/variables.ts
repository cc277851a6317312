import type { VariableSource } from "image-generation-node/template";

/** Nodes before this one, as the editor's workflow has them. */
export const variables: readonly VariableSource[] = [
  { slug: "trigger", label: "Trigger", distance: 2, sample: { output: { style: "whimsical" } } },
  {
    slug: "agent",
    label: "Agent",
    distance: 1,
    sample: { output: { structured: { subject: "a red fox" } } },
  },
];
