import type { VariableSource } from "image-generation-node/template";

/** The upstream nodes that most of the editor's tests use. */
export const SOURCES: readonly VariableSource[] = [
  {
    slug: "trigger",
    label: "New product",
    kind: "trigger",
    distance: 2,
    sample: {
      output: {
        style: "noir",
        size: "large",
        items: [{ name: "Lamp" }],
        "odd key": "yes",
        "half } brace": 1,
      },
    },
  },
  {
    slug: "agent",
    label: "Describe product",
    kind: "agent",
    distance: 1,
    sample: { output: { structured: { subject: "a fox", mood: "calm" } } },
  },
  {
    slug: "vault",
    label: "Vault",
    distance: 3,
    sensitive: true,
    sample: { output: { token: "secret-123" } },
  },
  { slug: "later", label: "Later node", distance: -1, sample: { output: { text: "x" } } },
];
