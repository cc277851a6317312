import { isErrorKind } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { reportGeneration } from "../hooks/reportGeneration.js";
import { loadModels } from "../models/loadModels.js";
import { traceUnexecuted } from "../telemetry/traceRun.js";
import type { RunRecord } from "./RunStore.js";

/**
 * Tells the host how a run ended that no process carries out: it was never handed over or taken, or its process died.
 * Never rejects.
 *
 * @param before the run before its end, which still has its request
 */
export async function reportUnexecuted(
  handler: HandlerContext,
  before: RunRecord,
  ended: RunRecord,
): Promise<void> {
  const { scope, id, request } = before;
  const config = readConfig(request);
  const models = await loadModels(handler, scope).catch(() => null);
  const { problem, status, usage, stage } = ended;
  const kind = isErrorKind(problem?.kind) ? problem.kind : undefined;
  const writes = config.mode !== undefined && config.mode !== "manual";
  const imageModel = config.imageModel ?? models?.defaultImage ?? "";
  await traceUnexecuted(handler, before, ended, imageModel);
  reportGeneration(handler, {
    id,
    scope,
    status,
    ...(kind === undefined ? {} : { kind }),
    stage,
    imageModel,
    promptModel: writes ? (config.promptModel ?? models?.defaultPrompt ?? null) : null,
    charged: problem?.charged ?? null,
    usage: usage ?? { items: [] },
    timings: { promptMs: 0, imageMs: 0, storeMs: 0 },
  });
}

interface ChosenModels {
  readonly mode?: string | undefined;
  readonly imageModel?: string | undefined;
  readonly promptModel?: string | undefined;
}

function readConfig(request: string | null): ChosenModels {
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
