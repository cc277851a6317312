import type { Executor } from "../engine/executor.js";
import { INTEGRATIONS } from "./integrations.js";
import type { Integration, IntegrationId } from "./integrations.js";
import { resolveStrictly } from "./resolveStrictly.js";
import { describeFile, latestFile, send } from "./send.js";
import type { SendServices } from "./send.js";

/** Path that the receiver of the recipes is mounted under. */
export const RECEIVER_BASE = "/api/receiver";

/** Saved configuration of an action. */
export interface ActionConfig {
  integration: IntegrationId;
  /** Values by the integration's fields; each may hold variables. */
  values: Readonly<Record<string, string>>;
}

/** Creates the executor that sends the latest image before the node to a service. */
export function createActionExecutor(services: SendServices): Executor {
  return async (context) => {
    const { integration: id, values: templates } = context.node.config as ActionConfig;
    const integration: Integration = INTEGRATIONS[id];
    const values = Object.fromEntries(
      integration.fields.map(({ name }) => [name, resolveStrictly(templates[name] ?? "", context.outputs)]),
    );
    const file = await latestFile(context, services);
    const { method, path, body } = integration.request(values, file);
    const sent = await send(services, `${RECEIVER_BASE}/${path}`, { method, body }, context.signal);
    context.log(`${integration.does(values)}: answered ${sent.status}`);
    return {
      input: { ...values, file: describeFile(file) },
      output: { status: sent.status, ...asObject(sent.body) },
    };
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : { body: value };
}
