import { isErrorKind } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { reportGeneration } from "../hooks/reportGeneration.js";
import { traceUnexecuted } from "../telemetry/traceRun.js";
import { readChosenModels } from "./readChosenModels.js";
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
  const { scope, id } = before;
  const { imageModel, promptModel } = await readChosenModels(handler, before);
  const { problem, status, usage, stage } = ended;
  const kind = isErrorKind(problem?.kind) ? problem.kind : undefined;
  await traceUnexecuted(handler, before, ended, imageModel);
  reportGeneration(handler, {
    id,
    scope,
    status,
    ...(kind === undefined ? {} : { kind }),
    stage,
    imageModel,
    promptModel,
    charged: problem?.charged ?? null,
    usage: usage ?? { items: [] },
    timings: { promptMs: 0, imageMs: 0, storeMs: 0 },
  });
}
