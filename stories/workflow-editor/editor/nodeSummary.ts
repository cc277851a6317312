import type { LoopConfig } from "../engine/loop/LoopRun.js";
import type { WorkflowNode } from "../engine/types.js";
import type { ActionConfig } from "../nodes/createActionExecutor.js";
import type { AgentConfig } from "../nodes/executeAgent.js";
import type { HttpConfig } from "../nodes/createHttpExecutor.js";
import type { TriggerConfig } from "../nodes/executeTrigger.js";
import type { VisionConfig } from "../nodes/createVisionExecutor.js";
import { INTEGRATIONS } from "../nodes/integrations.js";
import type { Integration } from "../nodes/integrations.js";
import { SCHEDULES } from "../nodes/schedules.js";

/** Summarises a node in one line, for the second line of its card. */
export function nodeSummary({ kind, config }: WorkflowNode): string {
  switch (kind) {
    case "trigger": {
      const { type, schedule, payload } = config as TriggerConfig;
      const count = Object.keys(payload).length;
      return type === "schedule"
        ? SCHEDULES[schedule].label
        : `Form with ${count} ${count === 1 ? "field" : "fields"}`;
    }
    case "agent":
      return `Writes ${(config as AgentConfig).fields.map((field) => words(field.name)).join(", ")}`;
    case "image": {
      const { prompt } = config as { prompt?: { mode?: string; template?: string; instructions?: string } };
      if (prompt?.mode === "auto") return "Prompt written from earlier nodes";
      return shorten(
        (prompt?.mode === "prompt_ai" ? prompt.instructions : prompt?.template) || "No prompt yet",
      );
    }
    case "vision":
      return shorten((config as VisionConfig).instructions);
    case "action": {
      const { integration, values } = config as ActionConfig;
      return shorten((INTEGRATIONS[integration] as Integration).does(values));
    }
    case "http": {
      const { method, url, body } = config as HttpConfig;
      return `${method} ${shorten(url)} · ${body === "file" ? "file" : "JSON"}`;
    }
    case "loop": {
      const { items, concurrency } = config as LoopConfig;
      return `${shorten(items)} · ${concurrency} at a time`;
    }
  }
}

/** Shortens references to their last name: a card has room for "name", not for the whole path. */
function shorten(text: string): string {
  return text.replace(
    /\{\{([^{}]*)\}\}/g,
    (_whole, path: string) => `{${words(path.trim().split(".").at(-1) ?? path)}}`,
  );
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}
