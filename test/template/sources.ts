import { outputVariables } from "image-generation-node/template";
import type { VariableSource } from "image-generation-node/template";

/** A workflow with the usual nodes, nearest last, as a host would pass it. */
export const SOURCES: readonly VariableSource[] = [
  {
    slug: "trigger",
    label: "New product",
    kind: "trigger",
    distance: 4,
    sample: {
      output: {
        style: "noir",
        topic: "Design",
        content: "Long text",
        created_at: "2026-01-01",
        customerName: "Ann",
        products: [{ name: "Lamp", price: 12.5, tags: ["new"] }],
        "odd key": 1,
      },
    },
  },
  {
    slug: "http_request",
    label: "Fetch article",
    distance: 3,
    sample: {
      output: {
        status: 200,
        headers: { "content-type": "text/html" },
        body: { title: "Hi", author: { name: "Bo" } },
      },
    },
  },
  {
    slug: "agent",
    label: "Writer",
    kind: "agent",
    distance: 2,
    schema: {
      type: "object",
      properties: {
        output: {
          type: "object",
          properties: {
            text: { type: "string" },
            structured: {
              type: "object",
              properties: {
                subject: { type: "string", description: "What to draw" },
                mood: { type: "string", enum: ["soft", "hard"] },
                image_prompt: { type: "string" },
                key_metric: { type: "number" },
              },
            },
            usage: {
              type: "object",
              properties: { promptTokens: { type: "integer" }, completionTokens: { type: "integer" } },
            },
          },
        },
      },
    },
  },
  {
    slug: "product",
    label: "Loop over products",
    kind: "loop",
    distance: 1,
    sample: { output: { currentItem: { name: "Lamp", description: "A lamp" }, currentIndex: 0, total: 3 } },
  },
  { ...outputVariables("image_gen"), distance: 5 },
];
