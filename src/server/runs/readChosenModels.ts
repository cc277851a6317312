import type { HandlerContext } from "../createHandlerContext.js";
import { loadModels } from "../models/loadModels.js";
import type { RunRecord } from "./RunStore.js";

/** Ids of the models that a run was to call. */
export interface ChosenModels {
  /** Id of the image model; empty where nobody can tell. */
  readonly imageModel: string;
  /** Id of the prompt model; `null` where none was to be called. */
  readonly promptModel: string | null;
}

/**
 * Reads the models of a run that no process carries out. Never rejects.
 *
 * @param run run with its request
 */
export async function readChosenModels(
  handler: HandlerContext,
  { scope, request }: RunRecord,
): Promise<ChosenModels> {
  const config = readConfig(request);
  const models = await loadModels(handler, scope).catch(() => null);
  const writes = config.mode !== undefined && config.mode !== "manual";
  return {
    imageModel: config.imageModel ?? models?.defaultImage ?? "",
    promptModel: writes ? (config.promptModel ?? models?.defaultPrompt ?? null) : null,
  };
}

interface ReadConfig {
  readonly mode?: string | undefined;
  readonly imageModel?: string | undefined;
  readonly promptModel?: string | undefined;
}

function readConfig(request: string | null): ReadConfig {
  try {
    const { config } = JSON.parse(request ?? "{}") as { config?: Record<string, unknown> };
    const { imageModel, promptModel, prompt } = config ?? {};
    const { mode } = Object(prompt) as { mode?: unknown };
    return { mode: textOf(mode), imageModel: textOf(imageModel), promptModel: textOf(promptModel) };
  } catch {
    return {};
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
