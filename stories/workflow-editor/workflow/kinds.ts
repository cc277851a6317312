import { createImageNodeConfig } from "image-generation-node/contract";
import type { NodeKind } from "../engine/types.js";
import type { LoopConfig } from "../engine/loop/LoopRun.js";
import type { ActionConfig } from "../nodes/createActionExecutor.js";
import type { AgentConfig } from "../nodes/executeAgent.js";
import type { HttpConfig } from "../nodes/createHttpExecutor.js";
import type { TriggerConfig } from "../nodes/executeTrigger.js";
import type { VisionConfig } from "../nodes/createVisionExecutor.js";

/** Names of a kind of node, and the configuration of a new one. */
export interface KindInfo {
  label: string;
  /** For the menu that adds one. */
  hint: string;
  slug: string;
  createConfig: () => unknown;
}

export const KINDS: Readonly<Record<NodeKind, KindInfo>> = {
  trigger: {
    label: "Trigger",
    hint: "A form that is sent, or a schedule",
    slug: "trigger",
    createConfig: (): TriggerConfig => ({
      type: "form",
      schedule: "weekly",
      payload: { topic: "Sea otters" },
    }),
  },
  agent: {
    label: "Agent",
    hint: "Structured output by a demo model",
    slug: "agent",
    createConfig: (): AgentConfig => ({
      instructions: "",
      fields: [{ name: "image_prompt", description: "What the picture shows" }],
    }),
  },
  image: {
    label: "Image Generation",
    hint: "A picture from a prompt",
    slug: "image_gen",
    createConfig: () => createImageNodeConfig(),
  },
  vision: {
    label: "Agent that sees",
    hint: "Looks at every picture before it",
    slug: "reviewer",
    createConfig: (): VisionConfig => ({ instructions: "Analyze this image and describe what you see" }),
  },
  action: {
    label: "Action",
    hint: "Sends the picture to a service",
    slug: "action",
    createConfig: (): ActionConfig => ({
      integration: "channel",
      values: { channel: "#marketing", text: "" },
    }),
  },
  http: {
    label: "HTTP Request",
    hint: "Uploads the file, or sends JSON",
    slug: "http",
    createConfig: (): HttpConfig => ({
      method: "POST",
      url: "/api/receiver/cdn",
      body: "file",
      field: "file",
      json: '{ "url": "{{image_gen.output.imageUrl}}" }',
    }),
  },
  loop: {
    label: "Loop",
    hint: "Once for each item of a list",
    slug: "loop",
    createConfig: (): LoopConfig => ({ items: "{{trigger.output.products}}", concurrency: 4 }),
  },
};

export const KIND_IDS = Object.keys(KINDS) as NodeKind[];
