import { memoryRunStore } from "image-generation-node/server";
import type { RunPatch, RunTrace } from "image-generation-node/server";
import { queued } from "../server/runStoreSuite.js";
import { body } from "../server/testBackend.js";
import type { TestBackend, TestBackendOptions } from "../server/testBackend.js";

/** Leaves a run behind as a process does that died, in its image stage or before it. */
export async function abandoned(
  create: (options: TestBackendOptions) => TestBackend,
  { imageStartedAt, trace }: Pick<RunPatch, "imageStartedAt"> & { readonly trace?: RunTrace },
) {
  const runs = memoryRunStore();
  const run = queued({
    scope: "workspace",
    request: JSON.stringify(body()),
    abandonedAt: 1,
    ...(trace && { trace }),
  });
  await runs.create(run);
  const isRunning = imageStartedAt !== null;
  await runs.update(run.scope, run.id, 0, {
    status: isRunning ? "running" : "queued",
    stage: isRunning ? "image" : null,
    ...(isRunning && { imageStartedAt }),
  });
  return { backend: create({ runs }), id: run.id };
}
