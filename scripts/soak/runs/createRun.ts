import type { RunPatch, RunRecord } from "../../../src/server/runs/RunStore.ts";
import { costRequest } from "../../../test/queue/costs/costRequest.ts";

const SCOPES = 50;
const REQUEST = costRequest("small");

/** Makes the record of a claimed run, as a handler does, and the patches that bring it to its end, as a worker does. */
export function createRun(createdAt: number): {
  readonly run: RunRecord;
  readonly patches: readonly RunPatch[];
} {
  const id = `gen_${crypto.randomUUID()}`;
  const run: RunRecord = {
    id,
    scope: `workspace_${Math.floor(Math.random() * SCOPES)}`,
    key: crypto.randomUUID(),
    fingerprint: crypto.randomUUID().replaceAll("-", "").repeat(2),
    status: "queued",
    stage: null,
    stages: null,
    usage: null,
    createdAt,
    startedAt: null,
    deadlineAt: null,
    imageStartedAt: null,
    imageArrivedAt: null,
    endedAt: null,
    abandonedAt: createdAt + 35_000,
    request: REQUEST,
    generation: null,
    problem: null,
    storing: null,
    late: null,
    revision: 0,
  };
  return { run, patches: patchesOf(id, createdAt) };
}

function patchesOf(id: string, createdAt: number): readonly RunPatch[] {
  const prompt =
    "a red fox in the snow at dusk, calm, the last light on the fir trees behind the frozen river";
  const stages = {
    template: "{{agent.output.subject}}, {{agent.output.mood}}",
    resolved: prompt,
    written: null,
    sent: prompt,
    revised: null,
  };
  const item = { kind: "image", model: "test/painter", amount: "0.04", currency: "USD" };
  const usage = { items: [item] };
  const attachmentId = `att_${crypto.randomUUID()}`;
  const path = `https://example.com/api/attachments/${attachmentId}`;
  const imageUrl = `${path}?expires=1700000000&signature=${"4f".repeat(32)}`;
  const name = "a-red-fox-in-the-snow.png";
  const output = {
    path,
    _metadata: { name, mimeType: "image/png" as const, sizeInKb: 1_562, attachmentId },
    imageUrl,
    imagePath: path,
    attachmentId,
    prompt,
    aspectRatio: "square" as const,
  };
  const image = { width: 1024, height: 1024, expiresAt: "2026-01-01T00:00:00.000Z", sha256: "0a".repeat(32) };
  const at = (ms: number) => createdAt + ms;
  return [
    { status: "running", startedAt: at(20), deadlineAt: at(60_020), abandonedAt: at(65_020) },
    { stages, usage: { items: [] } },
    { stage: "image", imageStartedAt: at(40) },
    { stage: "store", imageArrivedAt: at(10_040), usage, abandonedAt: at(75_040) },
    { storing: { output, image } },
    {
      status: "succeeded",
      generation: {
        id,
        status: "succeeded",
        output,
        image,
        stages,
        warnings: [],
        usage,
        timings: { promptMs: 0, imageMs: 10_000, storeMs: 120 },
      },
      request: null,
      storing: null,
      endedAt: at(10_200),
    },
  ];
}
