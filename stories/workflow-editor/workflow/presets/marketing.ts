import { createImageNodeConfig } from "image-generation-node/contract";
import type { Workflow } from "../../engine/types.js";

/** New product added → description → square photorealistic image → upload, and everything else that may follow. */
export const marketing: Workflow = {
  version: 1,
  id: "marketing",
  name: "Marketing content",
  nodes: [
    {
      id: "n1",
      kind: "trigger",
      slug: "trigger",
      name: "New product",
      position: { x: 0, y: 185 },
      config: {
        type: "form",
        schedule: "weekly",
        payload: { name: "coffee mug", color: "blue", material: "ceramic", sku: "MUG-042" },
      },
    },
    {
      id: "n2",
      kind: "agent",
      slug: "agent",
      name: "Describe product",
      position: { x: 290, y: 180 },
      config: {
        instructions: "Describe {{trigger.output.name}} for our shop.",
        fields: [
          { name: "product_visual_description", description: "What a picture of the product shows" },
          { name: "description", description: "A sentence for the shop" },
        ],
        example: {
          product_visual_description: "A blue ceramic coffee mug on a wooden table in soft morning light",
          description: "A mug for slow mornings.",
        },
      },
    },
    {
      id: "n3",
      kind: "image",
      slug: "image_gen",
      name: "Product visual",
      position: { x: 580, y: 60 },
      config: createImageNodeConfig({
        prompt: { template: "{{agent.output.structured.product_visual_description}}" },
        style: "photorealistic",
        aspectRatio: "square",
      }),
    },
    {
      id: "n4",
      kind: "vision",
      slug: "reviewer",
      name: "Check picture",
      position: { x: 880, y: -70 },
      config: { instructions: "Analyze this image and describe what you see" },
    },
    {
      id: "n5",
      kind: "action",
      slug: "upload",
      name: "Upload to Marketing",
      position: { x: 880, y: 100 },
      config: { integration: "folder", values: { folder: "Marketing" } },
    },
    {
      id: "n6",
      kind: "action",
      slug: "product_page",
      name: "Add to product page",
      position: { x: 880, y: 252 },
      config: {
        integration: "product",
        values: { product: "{{trigger.output.sku}}", alt: "{{agent.output.structured.description}}" },
      },
    },
    {
      id: "n7",
      kind: "http",
      slug: "cdn",
      name: "Upload to CDN",
      position: { x: 880, y: 405 },
      config: { method: "POST", url: "/api/receiver/cdn", body: "file", field: "file", json: "{}" },
    },
    {
      id: "n8",
      kind: "action",
      slug: "announce",
      name: "Tell #marketing",
      position: { x: 1170, y: -70 },
      config: {
        integration: "channel",
        values: {
          channel: "#marketing",
          text: "{{trigger.output.name}} is live. {{reviewer.output.text}}",
        },
      },
    },
  ],
  edges: [
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3" },
    { id: "e3", source: "n3", target: "n4" },
    { id: "e4", source: "n3", target: "n5" },
    { id: "e5", source: "n3", target: "n6" },
    { id: "e6", source: "n3", target: "n7" },
    { id: "e7", source: "n4", target: "n8" },
  ],
};
