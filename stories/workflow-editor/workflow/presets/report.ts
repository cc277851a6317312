import { createImageNodeConfig } from "image-generation-node/contract";
import type { Workflow } from "../../engine/types.js";

/** Weekly report scheduled → key metric and summary → minimalist landscape header → report sent. */
export const report: Workflow = {
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
