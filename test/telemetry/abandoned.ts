import { memoryRunStore } from "image-generation-node/server";
import type { RunRecord, RunTrace } from "image-generation-node/server";
import { queued } from "../server/runStoreSuite.js";
import { body } from "../server/testBackend.js";
import type { TestBackend, TestBackendOptions } from "../server/testBackend.js";

/** Leaves a run behind as a process does that died, in its image stage or before it. */
export async function abandoned(
  create: (options: TestBackendOptions) => TestBackend,
  { imageStartedAt, trace }: Pick<RunRecord, "imageStartedAt"> & { readonly trace?: RunTrace },
) {
  const runs = memoryRunStore();
  const run = queued({
    scope: "workspace",
    request: JSON.stringify(body()),
    abandonedAt: 1,
    ...(trace && { trace }),
  });
  await runs.create(run);
  const stage = imageStartedAt === null ? "prompt" : "image";
  await runs.update(run.scope, run.id, 0, { status: "running", stage, imageStartedAt });
  return { backend: create({ runs }), id: run.id };
}
