import { RUN_STAGES } from "../../contract/index.js";
import type { StreamEvent } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { withFreshUrl } from "../storage/createImageUrl.js";
import type { RunRecord } from "./RunStore.js";
import { createEventBody } from "./createEventBody.js";
import { failAbandonedRun } from "./failAbandonedRun.js";
import { isEnded } from "./isEnded.js";

const HEARTBEAT_MS = 10_000;

/**
 * Answers with a run as an event stream: where it stands, then live, with exactly one terminal event. Resolves once it
 * listens, so that nothing that happens afterwards is missed. A reader that goes away only stops reading. `null` where
 * the run or its scope has all its streams: the caller answers without one.
 *
 * @param fresh the run, where nobody can have changed it yet: it is not read again
 */
export async function runEventStream(
  handler: HandlerContext,
  { scope, id }: RunRecord,
  requestId: string,
  headers: HeadersInit = {},
  fresh: RunRecord | null = null,
): Promise<Response | null> {
  const release = handler.streams.acquire(scope, id);
  if (!release) return null;
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let unsubscribe: () => void = () => undefined;
  const stop = () => {
    clearInterval(heartbeat);
    unsubscribe();
    release();
  };
  const { stream, isOpen, send, beat } = createEventBody(stop);

  // What happens while the snapshot is on its way may be part of it or not: it waits, and only what is news follows.
  let early: StreamEvent[] | null = [];
  const hear = (event: StreamEvent) => {
    // Of partial images the newest is enough: a store that is slow must not gather them.
    if (early) early = [...early.filter((before) => !arePartial(before, event)), event];
    // A link that can't be made now is made when the run is looked at again.
    else if (event.event === "result") relink(handler, event).then(send, () => undefined);
    else send(event);
  };
  try {
    unsubscribe = await handler.runs.subscribe(scope, id, hear);
    const run = fresh ?? (await handler.runs.get(scope, id));
    for (const event of run ? await snapshotOf(handler, run) : []) send(event);
    const waiting: StreamEvent[] = early;
    for (const event of waiting) if (!run || isNews(event, run)) send(await relink(handler, event));
  } catch (error) {
    stop();
    throw error;
  }
  early = null;
  if (isOpen()) {
    heartbeat = setInterval(() => {
      beat();
      void lookForEnd(handler, scope, id, requestId).then((end) => end && send(end));
    }, HEARTBEAT_MS);
  }
  return streamResponse(stream, headers);
}

function arePartial(...events: readonly StreamEvent[]): boolean {
  return events.every(({ event }) => event === "partial_image");
}

function streamResponse(stream: ReadableStream<Uint8Array>, headers: HeadersInit): Response {
  const all = new Headers(headers);
  all.set("Content-Type", "text/event-stream; charset=utf-8");
  all.set("Cache-Control", "no-store, no-transform");
  all.set("X-Accel-Buffering", "no");
  return new Response(stream, { headers: all });
}

/** Another process may not know the newest secret: what it made is signed here. */
async function relink(handler: HandlerContext, event: StreamEvent): Promise<StreamEvent> {
  if (event.event !== "result" || !handler.options.dispatch) return event;
  return { event: "result", data: await withFreshUrl(handler, event.data) };
}

/** The end of a run whose message was lost, or whose process died; `null` while it goes on. Never rejects. */
async function lookForEnd(
  handler: HandlerContext,
  scope: string,
  id: string,
  requestId: string,
): Promise<StreamEvent | null> {
  try {
    const known = await handler.runs.get(scope, id);
    const run = known && (await failAbandonedRun(handler, known, requestId));
    return run && isEnded(run) ? ((await snapshotOf(handler, run)).at(-1) ?? null) : null;
  } catch {
    return null;
  }
}

async function snapshotOf(handler: HandlerContext, run: RunRecord): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [{ event: "started", data: { id: run.id } }];
  if (run.stages) events.push({ event: "prompt", data: { stages: run.stages } });
  if (run.stage && !isEnded(run))
    events.push({ event: "stage", data: { stage: run.stage, status: "started" } });
  if (run.generation) events.push({ event: "result", data: await withFreshUrl(handler, run.generation) });
  else if (run.problem) events.push({ event: "error", data: run.problem });
  return events;
}

/** Whether an event tells more than the snapshot of the run does. */
function isNews(event: StreamEvent, run: RunRecord): boolean {
  if (event.event === "prompt") return run.stages === null;
  if (event.event !== "stage" || run.stage === null) return true;
  const { stage, status } = event.data;
  const told = RUN_STAGES.indexOf(run.stage);
  const index = RUN_STAGES.findIndex((name) => name === stage);
  return index > told || (index === told && status !== "started");
}
