import type * as z from "zod/mini";
import { STREAM_EVENTS, generationSchema } from "../../../contract/index.js";
import { readEvents } from "../readEvents.js";
import type { RecordedResponse } from "../RecordedResponse.js";
import { defineCase } from "../defineCase.js";
import type { CaseDefinition } from "../defineCase.js";
import {
  describe,
  expectContractHeader,
  expectEqual,
  expectHeader,
  expectProblem,
  expectSchema,
  expectThat,
} from "../expectThat.js";
import { CLIENT_ACCEPT } from "../ConformanceClient.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";

const EVENTS = "Operations, Events";
const streamCase = (definition: CaseDefinition) =>
  defineCase({ level: "L1", billable: true, ...definition, needs: ["stream", ...(definition.needs ?? [])] });

const order = (events: readonly { event: string }[]) => events.map(({ event }) => event);

const hasEnded = ({ json }: RecordedResponse) =>
  (json as { kind?: unknown } | undefined)?.kind !== "idempotency_in_progress";

/** Starts a stream and disconnects after its first bytes. */
async function disconnectEarly(client: ConformanceClient, key: string, body: unknown): Promise<void> {
  const leave = new AbortController();
  const response = await client.send(
    ["generations"],
    client.post(body, { key, accept: CLIENT_ACCEPT, signal: leave.signal }),
  );
  const reader = response.body?.getReader();
  await reader?.read();
  leave.abort();
  await reader?.cancel().catch(() => {});
}

/** Cases of a generation's event stream. */
export const streamCases: readonly ConformanceCase[] = [
  streamCase({
    name: "a stream is answered where the caller prefers one",
    clause: "Operations: the client always sends Accept: text/event-stream, application/json;q=0.9",
    async run(client) {
      const { response } = await client.streamed();
      expectHeader(response, "Content-Type", /^text\/event-stream\b/i, "to be text/event-stream");
    },
  }),
  streamCase({
    name: "JSON is answered where the caller prefers JSON",
    clause: "Operations: JSON 200, event stream, or 202, by Accept",
    async run(client) {
      const accept = "application/json, text/event-stream;q=0.5";
      const { key, request } = await client.streamed();
      const response = await client.generate(request, { key, accept });
      expectHeader(response, "Content-Type", /^application\/json\b/i, "to be application/json");
    },
  }),
  streamCase({
    name: "a stream says the contract's version and is not stored",
    clause: "Operations: every answer carries Image-Generation-Contract: 1; Cache-Control: no-store",
    async run(client) {
      const { response } = await client.streamed();
      expectContractHeader(response);
      expectHeader(response, "Cache-Control", /\bno-store\b/, "to be no-store");
    },
  }),
  streamCase({
    name: "a stream begins with started and its id",
    clause: `${EVENTS}: started {id}`,
    async run(client) {
      const { events } = await client.streamed();
      expectEqual(events[0]?.event, "started", "the first event");
      expectSchema(STREAM_EVENTS.started, JSON.parse(events[0]?.data ?? "null"), "started");
    },
  }),
  streamCase({
    name: "a stream ends with exactly one result or error",
    clause: `${EVENTS}: exactly one terminal event`,
    async run(client) {
      const { events } = await client.streamed();
      const ends = order(events).filter((event) => event === "result" || event === "error");
      expectEqual(ends.length, 1, "the number of terminal events");
      expectEqual(events.at(-1)?.event, ends[0], "the last event");
    },
  }),
  streamCase({
    name: "a stream's result is the 200 body",
    clause: `${EVENTS}: result {the 200 body}`,
    async run(client) {
      const { events } = await client.streamed();
      const result = expectSchema(
        generationSchema,
        JSON.parse(events.at(-1)?.data ?? "null"),
        "the result event",
      );
      const { id } = JSON.parse(events[0]?.data ?? "{}") as { id?: unknown };
      expectEqual(result.id, id, "the result's id");
    },
  }),
  streamCase({
    name: "every known event fits its schema",
    clause: `${EVENTS}: started, stage, prompt, partial_image, result, error`,
    async run(client) {
      for (const { event, data } of (await client.streamed()).events) {
        if (!(event in STREAM_EVENTS)) continue;
        const schema: z.ZodMiniType<unknown> = STREAM_EVENTS[event as keyof typeof STREAM_EVENTS];
        expectSchema(schema, JSON.parse(data), `the event ${event}`);
      }
    },
  }),
  streamCase({
    name: "a stream shows the stages in their order",
    clause: `${EVENTS}: stage {stage: "prompt"|"image"|"store", status}`,
    async run(client) {
      const { events } = await client.streamed();
      const stages = events
        .filter(({ event }) => event === "stage")
        .map(({ data }) => (JSON.parse(data) as { stage: string }).stage);
      const places = stages.map((stage) => ["prompt", "image", "store"].indexOf(stage));
      expectThat(
        places.length > 0 && !places.includes(-1),
        "stage events of prompt, image and store",
        stages,
      );
      expectThat(
        places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0)),
        "them in order",
        stages,
      );
      expectThat(stages.includes("image"), "a stage event of image", stages);
    },
  }),
  streamCase({
    name: "a stream shows the prompt before the image",
    clause: `${EVENTS}: prompt {stages}`,
    async run(client) {
      const { events, request } = await client.streamed();
      const names = order(events);
      expectThat(names.includes("prompt"), "a prompt event", names);
      expectThat(names.indexOf("prompt") < names.indexOf("result"), "prompt before result", names);
      const { stages } = JSON.parse(events[names.indexOf("prompt")]?.data ?? "{}") as {
        stages: { resolved?: unknown };
      };
      expectEqual(stages.resolved, request.config.prompt.template, "stages.resolved");
    },
  }),
  streamCase({
    name: "a replayed stream says that it was replayed",
    clause: "Runs, time and money: Key: Idempotency-Replayed: true",
    async run(client) {
      const { key, request } = await client.streamed();
      const response = await client.generate(request, { key, accept: CLIENT_ACCEPT });
      expectEqual(response.headers.get("Idempotency-Replayed"), "true", "Idempotency-Replayed");
      expectEqual(
        readEvents(response.text).events.at(-1)?.event,
        "result",
        "the replayed stream's last event",
      );
    },
  }),
  streamCase({
    name: "a missing variable is a plain problem, though a stream was asked for",
    clause: "Operations: refusals before the first byte are plain problems, never 406",
    needs: ["server_templates"],
    async run(client) {
      const request = client.request({ prompt: { template: "{{conformance.output.absent}}" } });
      expectProblem(await client.generate(request, { accept: CLIENT_ACCEPT }), "missing_variable");
    },
  }),
  streamCase({
    name: "a caller who leaves finds the image with the same key",
    clause: "Runs, time and money: a disconnect never cancels; the caller comes back by the same key",
    async run(client) {
      const key = `conformance-${crypto.randomUUID()}`;
      const request = client.request();
      await disconnectEarly(client, key, request);
      const response = await client.until(() => client.generate(request, { key }), hasEnded);
      expectThat(response.status === 200, "the image under the same key", describe(response));
      expectEqual(response.headers.get("Idempotency-Replayed"), "true", "Idempotency-Replayed");
    },
  }),
  streamCase({
    name: "a caller who leaves does not stop the provider or pay twice",
    clause: "Runs, time and money: a disconnect never cancels",
    needs: ["provider"],
    async run(client) {
      const nonce = client.nonce();
      const key = `conformance-${crypto.randomUUID()}`;
      const request = client.request({ prompt: { template: `[[slow:1500]] ${nonce}` } });
      await disconnectEarly(client, key, request);
      const response = await client.until(() => client.generate(request, { key }), hasEnded);
      expectThat(response.status === 200, "the image under the same key", describe(response));
      expectEqual((await client.calls(nonce)).image.length, 1, "the number of image calls");
    },
  }),
  streamCase({
    name: "a failure after the start is an error event that holds the problem",
    clause: `${EVENTS}: error {the problem}`,
    needs: ["provider"],
    async run(client) {
      const request = client.request({ prompt: { template: `[[moderation]] ${client.nonce()}` } });
      const response = await client.generate(request, { accept: CLIENT_ACCEPT });
      const last = readEvents(response.text).events.at(-1);
      expectEqual(last?.event, "error", "the last event");
      const problem = expectSchema(STREAM_EVENTS.error, JSON.parse(last?.data ?? "null"), "the error event");
      expectEqual(problem.kind, "content_blocked", "the problem's kind");
    },
  }),
  streamCase({
    name: "a quiet stream is kept alive by comments",
    clause: `${EVENTS}: a comment heartbeat every 10 s`,
    needs: ["provider"],
    async run(client) {
      const { timeoutMs } = (await client.catalog()).limits;
      if (timeoutMs < 13_000) throw new NotApplicable("A generation ends before the first heartbeat is due.");
      const request = client.request({ prompt: { template: `[[slow:11500]] ${client.nonce()}` } });
      const response = await client.generate(request, { accept: CLIENT_ACCEPT });
      const { comments } = readEvents(response.text);
      expectThat(comments > 0, "a comment line within 11 s", response.text.slice(0, 300));
    },
  }),
];
