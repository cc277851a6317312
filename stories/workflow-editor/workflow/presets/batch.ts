import { createImageNodeConfig } from "image-generation-node/contract";
import type { Workflow } from "../../engine/types.js";

/** Loop over the products → one image each → catalog, and a word at the end. */
export const batch: Workflow = {
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
