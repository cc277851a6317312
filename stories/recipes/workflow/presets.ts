import { createImageNodeConfig } from "image-generation-node/contract";
import type { Workflow } from "../engine/types.js";

/** New product added → description → square photorealistic picture → upload, with everything else that may follow. */
const marketing: Workflow = {
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

/** Weekly report scheduled → key metric and summary → minimalist landscape header → report sent. */
const report: Workflow = {
  version: 1,
  id: "report",
  name: "Report visual",
  nodes: [
    {
      id: "n1",
      kind: "trigger",
      slug: "trigger",
      name: "Weekly report",
      position: { x: 0, y: 60 },
      config: {
        type: "schedule",
        schedule: "weekly",
        payload: { revenue: 48200, revenueLastWeek: 38900, signups: 412, signupsLastWeek: 398 },
      },
    },
    {
      id: "n2",
      kind: "agent",
      slug: "agent",
      name: "Analyze data",
      position: { x: 290, y: 60 },
      config: {
        instructions: "Compare this week with the last one.",
        fields: [
          { name: "key_metric", description: "The figure that moved most" },
          { name: "summary", description: "The week in two sentences" },
        ],
      },
    },
    {
      id: "n3",
      kind: "image",
      slug: "image_gen",
      name: "Report header",
      position: { x: 580, y: 30 },
      config: createImageNodeConfig({
        prompt: {
          template: "Professional business infographic showing {{agent.output.structured.key_metric}}",
        },
        style: "minimalist",
        aspectRatio: "landscape",
      }),
    },
    {
      id: "n4",
      kind: "action",
      slug: "send",
      name: "Send report",
      position: { x: 880, y: -10 },
      config: {
        integration: "email",
        values: {
          to: "team@example.com",
          subject: "Weekly report: {{agent.output.structured.key_metric}}",
          text: "{{agent.output.structured.summary}}",
        },
      },
    },
    {
      id: "n5",
      kind: "http",
      slug: "dashboard",
      name: "Update dashboard",
      position: { x: 880, y: 160 },
      config: {
        method: "POST",
        url: "/api/receiver/dashboard",
        body: "json",
        field: "file",
        json: `{
  "headline": "{{agent.output.structured.key_metric}}",
  "image": "{{image_gen.output.imageUrl}}",
  "type": "{{image_gen.output._metadata.mimeType}}"
}`,
      },
    },
  ],
  edges: [
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3" },
    { id: "e3", source: "n3", target: "n4" },
    { id: "e4", source: "n3", target: "n5" },
  ],
};

const DRAFT =
  "A lighthouse keeper counts ships by lantern light. The lighthouse has stood on its cliff for two centuries, and the " +
  "lantern turns above the ocean every night. Storms come, the ocean rises, and still the lighthouse answers.";

/** Blog post drafted → key themes → digital art → post updated. */
const blog: Workflow = {
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

/** Loop over the products → one picture each → catalog, and a word at the end. */
const batch: Workflow = {
  version: 1,
  id: "batch",
  name: "Product batch",
  nodes: [
    {
      id: "n1",
      kind: "trigger",
      slug: "trigger",
      name: "Products chosen",
      position: { x: 0, y: 90 },
      config: {
        type: "form",
        schedule: "weekly",
        payload: {
          products: [
            { name: "red umbrella", sku: "UMB-1" },
            { name: "wooden chair", sku: "CHR-2" },
            { name: "blue teapot", sku: "POT-5" },
            { name: "yellow bicycle", sku: "BIC-6" },
          ],
        },
      },
    },
    {
      id: "n2",
      kind: "loop",
      slug: "product",
      name: "For each product",
      position: { x: 290, y: 90 },
      config: { items: "{{trigger.output.products}}", concurrency: 4 },
      onError: "continue",
    },
    {
      id: "n3",
      kind: "image",
      slug: "image_gen",
      name: "Product visual",
      position: { x: 600, y: -60 },
      config: createImageNodeConfig({
        prompt: { template: "A studio photo of a {{product.output.currentItem.name}}" },
        style: "photorealistic",
      }),
    },
    {
      id: "n4",
      kind: "action",
      slug: "catalog",
      name: "Upload to catalog",
      position: { x: 900, y: 10 },
      config: {
        integration: "product",
        values: {
          product: "{{product.output.currentItem.sku}}",
          alt: "{{product.output.currentItem.name}}",
        },
      },
    },
    {
      id: "n5",
      kind: "http",
      slug: "finish",
      name: "Report the batch",
      position: { x: 600, y: 340 },
      config: {
        method: "POST",
        url: "/api/receiver/batches",
        body: "json",
        field: "file",
        json: `{
  "total": "{{product.output.total}}",
  "failed": "{{product.output.failed}}"
}`,
      },
    },
  ],
  edges: [
    { id: "e1", source: "n1", target: "n2" },
    { id: "e2", source: "n2", target: "n3", handle: "each" },
    { id: "e3", source: "n3", target: "n4" },
    { id: "e4", source: "n2", target: "n5", handle: "done" },
  ],
};

/** The workflows of the node's documentation, each ready to run. */
export const PRESETS = [marketing, report, blog, batch] as const;
