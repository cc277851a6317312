import { createImageNodeConfig } from "image-generation-node/contract";
import type { Workflow } from "../../engine/types.js";

const DRAFT =
  "A lighthouse keeper counts ships by lantern light. The lighthouse has stood on its cliff for two centuries, and the " +
  "lantern turns above the ocean every night. Storms come, the ocean rises, and still the lighthouse answers.";

/** Blog post drafted → key themes → digital art → post updated. */
export const blog: Workflow = {
  version: 1,
  id: "blog",
  name: "Blog post",
  nodes: [
    {
      id: "n1",
      kind: "trigger",
      slug: "trigger",
      name: "Post drafted",
      position: { x: 0, y: 60 },
      config: {
        type: "form",
        schedule: "weekly",
        payload: { topic: "life by the sea", slug: "the-lighthouse", content: DRAFT },
      },
    },
    {
      id: "n2",
      kind: "agent",
      slug: "agent",
      name: "Extract themes",
      position: { x: 290, y: 60 },
      config: {
        instructions: "Extract key themes from {{trigger.output.content}}",
        fields: [
          { name: "themes", description: "The key themes" },
          { name: "image_prompt", description: "What the featured image shows" },
        ],
      },
    },
    {
      id: "n3",
      kind: "image",
      slug: "image_gen",
      name: "Featured image",
      position: { x: 580, y: 0 },
      config: createImageNodeConfig({
        prompt: {
          template: "{{agent.output.structured.image_prompt}} for a blog about {{trigger.output.topic}}",
        },
        style: "digital_art",
        aspectRatio: "landscape",
      }),
    },
    {
      id: "n4",
      kind: "action",
      slug: "update",
      name: "Update blog post",
      position: { x: 880, y: 60 },
      config: {
        integration: "post",
        values: { post: "{{trigger.output.slug}}", alt: "{{image_gen.output.prompt}}" },
      },
    },
  ],
  edges: [
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3" },
    { id: "e3", source: "n3", target: "n4" },
  ],
};
