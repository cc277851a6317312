import { listen } from "../../../src/cli/listen.js";
import type { Listening } from "../../../src/cli/listen.js";
import { PID_HEADER } from "./pollerModels.js";
import type { Poller } from "./pollerModels.js";

/** Step of an image: the submit came in, it was taken, its state is asked for, its bytes are. */
export type PollerStep = "submit" | "accepted" | "poll" | "download";

/** What a fake provider is about to do. */
export interface PollerEvent {
  readonly provider: Poller;
  readonly step: PollerStep;
  readonly prompt: string;
  /** Number of this step for this prompt, from 1. */
  readonly count: number;
  /** Process that asks. */
  readonly pid: number;
  /** Header by which Replicate is told to hold its answer back. */
  readonly prefer: string | null;
}

/** Decides what comes instead of an answer, and when; nothing leaves it as it is. */
export type PollerHook = (event: PollerEvent) => Promise<Response | undefined> | Response | undefined;

/** Fakes of five services that submit, poll and download, on one port of 127.0.0.1. */
export interface Pollers extends Listening {
  /** Submits that were taken, in their order. */
  readonly taken: readonly PollerEvent[];
  readonly events: readonly PollerEvent[];
  /** Images that the providers count as made. */
  count(prompt: string): number;
  hook(decide: PollerHook): void;
}

interface Job {
  readonly provider: Poller;
  readonly prompt: string;
  readonly begunAt: number;
}

const json = (status: number, body: unknown) => Response.json(body, { status });

/**
 * Starts the fakes.
 *
 * @param readyMs milliseconds until an image is ready; `null` for the second poll
 */
export async function startPollers(picture: Uint8Array, readyMs: number | null = null): Promise<Pollers> {
  const jobs = new Map<string, Job>();
  const events: PollerEvent[] = [];
  const taken: PollerEvent[] = [];
  const counts = new Map<string, number>();
  let decide: PollerHook = () => undefined;

  const tell = (step: PollerStep, { provider, prompt }: Job, { headers }: Request) => {
    const name = JSON.stringify([step, provider, prompt]);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const pid = Number(headers.get(PID_HEADER));
    const event = { provider, step, prompt, count, pid, prefer: headers.get("Prefer") };
    events.push(event);
    if (step === "accepted") taken.push(event);
    return { event, answer: Promise.resolve(decide(event)) };
  };
  const submit = async (job: Job, request: Request, answer: (id: string) => Response) => {
    const refusal = await tell("submit", job, request).answer;
    if (refusal) return refusal;
    const id = `job-${jobs.size + 1}`;
    jobs.set(id, job);
    return (await tell("accepted", job, request).answer) ?? answer(id);
  };
  const poll = async (request: Request, id: string, answer: (isReady: boolean) => Response) => {
    const job = jobs.get(id);
    if (!job) return json(404, { detail: "no such job" });
    const { event, answer: other } = tell("poll", job, request);
    const isReady = readyMs === null ? event.count > 1 : Date.now() >= job.begunAt + readyMs;
    return (await other) ?? answer(isReady);
  };

  const server: Listening = await listen(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const [, service = "", ...path] = pathname.split("/");
    const body = request.method === "POST" ? ((await request.json()) as Record<string, unknown>) : {};
    const origin = server.origin;
    const last = path.at(-1) ?? "";
    const link = (id: string) => `${origin}/files/${id}`;
    if (service === "files") return download(request, last);
    switch (service) {
      case "replicate": {
        const prediction = (id: string, isReady: boolean) => ({
          id,
          status: isReady ? "succeeded" : "starting",
          input: body["input"] ?? { prompt: "echoed" },
          logs: "",
          output: isReady ? [link(id)] : null,
          urls: { get: `${origin}/replicate/v1/predictions/${id}` },
        });
        if (request.method !== "POST")
          return poll(request, last, (isReady) => json(200, prediction(last, isReady)));
        const { prompt } = body["input"] as { prompt: string };
        return submit({ begunAt: Date.now(), provider: "replicate", prompt }, request, (id) =>
          json(201, prediction(id, false)),
        );
      }
      case "bfl": {
        if (request.method !== "POST") {
          const id = searchParams.get("id") ?? "";
          return poll(request, id, (isReady) =>
            json(200, isReady ? { status: "Ready", result: { sample: link(id) } } : { status: "Pending" }),
          );
        }
        const job: Job = { begunAt: Date.now(), provider: "blackForestLabs", prompt: String(body["prompt"]) };
        return submit(job, request, (id) =>
          json(200, { id, polling_url: `${origin}/bfl/v1/get_result?id=${id}` }),
        );
      }
      case "luma": {
        const state = (id: string, isReady: boolean) => ({
          id,
          state: isReady ? "completed" : "queued",
          assets: isReady ? { image: link(id) } : null,
        });
        if (request.method !== "POST")
          return poll(request, last, (isReady) => json(200, state(last, isReady)));
        const job: Job = { begunAt: Date.now(), provider: "luma", prompt: String(body["prompt"]) };
        return submit(job, request, (id) => json(201, state(id, false)));
      }
      case "fireworks": {
        if (last === "get_result") {
          const id = String(body["id"]);
          return poll(request, id, (isReady) =>
            json(
              200,
              isReady
                ? { id, status: "Ready", result: { sample: link(id) } }
                : { id, status: "Pending", result: null },
            ),
          );
        }
        const job: Job = { begunAt: Date.now(), provider: "fireworks", prompt: String(body["prompt"]) };
        return submit(job, request, (request_id) => json(200, { request_id }));
      }
      case "fal": {
        const [host = "", ...place] = path;
        if (host === "v3.fal.media") return download(request, last);
        const queue = (id: string) => `https://queue.fal.run/fal-ai/flux/requests/${id}`;
        if (request.method === "POST") {
          const job: Job = { begunAt: Date.now(), provider: "fal", prompt: String(body["prompt"]) };
          return submit(job, request, (id) =>
            json(200, {
              status: "IN_QUEUE",
              request_id: id,
              response_url: queue(id),
              status_url: `${queue(id)}/status`,
            }),
          );
        }
        if (last === "status") {
          const id = place.at(-2) ?? "";
          return poll(request, id, (isReady) =>
            json(isReady ? 200 : 202, { status: isReady ? "COMPLETED" : "IN_PROGRESS" }),
          );
        }
        return json(200, {
          images: [{ url: `https://v3.fal.media/files/${last}`, content_type: "image/png" }],
        });
      }
      default:
        return json(404, { detail: "nothing here" });
    }
  });
  const download = async (request: Request, id: string) => {
    const job = jobs.get(id);
    if (!job) return json(404, { detail: "no such file" });
    return (
      (await tell("download", job, request).answer) ??
      new Response(Buffer.from(picture), { headers: { "Content-Type": "image/png" } })
    );
  };
  return {
    ...server,
    taken,
    events,
    count: (prompt) => taken.filter((event) => event.prompt.includes(prompt)).length,
    hook: (next) => {
      decide = next;
    },
  };
}
