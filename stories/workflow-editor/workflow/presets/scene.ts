import { createImageNodeConfig } from "image-generation-node/contract";
import type { Workflow } from "../../engine/types.js";

/** New product added → its picture → the picture of the step before, edited → upload. */
export const scene: Workflow = {
  version: 1,
  id: "scene",
  name: "Product scene",
  nodes: [
    {
      id: "n1",
      kind: "trigger",
      slug: "trigger",
      name: "New product",
      position: { x: 0, y: 60 },
      config: {
        type: "form",
        schedule: "weekly",
        payload: { name: "coffee mug", color: "red", scene: "a beach in the evening" },
      },
    },
    {
      id: "n2",
      kind: "image",
      slug: "image_gen",
      name: "Product visual",
      position: { x: 290, y: 0 },
      config: createImageNodeConfig({
        prompt: { template: "A studio photo of a {{trigger.output.color}} {{trigger.output.name}}" },
        style: "photorealistic",
      }),
    },
    {
      id: "n3",
      kind: "image",
      slug: "edited",
      name: "Edit the picture",
      position: { x: 590, y: 0 },
      config: createImageNodeConfig({
        prompt: { template: "The same {{trigger.output.name}} on {{trigger.output.scene}}" },
        references: [{ value: "{{image_gen.output}}" }],
        style: "cinematic",
        aspectRatio: "landscape",
      }),
    },
    {
      id: "n4",
      kind: "action",
      slug: "upload",
      name: "Upload the scene",
      position: { x: 890, y: 60 },
      config: { integration: "folder", values: { folder: "Scenes" } },
    },
  ],
  edges: [
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3" },
    { id: "e3", source: "n3", target: "n4" },
  ],
};
