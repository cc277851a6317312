import { generationStatusSchema } from "../../../contract/index.js";
import type { GenerationRequest, GenerationStatus } from "../../../contract/index.js";
import { readEvents } from "../RecordedResponse.js";
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
  expectStatus,
  expectThat,
} from "../expectations.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import type { ConformanceCase } from "../ConformanceCase.js";

const RUNS = "Runs, time and money";
const GET = "Operations, GET /generations/{id}";
const DELETE = "Operations, DELETE /generations/{id}";
const ENDED: readonly string[] = ["succeeded", "failed", "cancelled"];

const onRuns = (definition: CaseDefinition) =>
  defineCase({ level: "L2", ...definition, needs: ["runs", ...(definition.needs ?? [])] });
const spending = (definition: CaseDefinition) => onRuns({ billable: true, ...definition });

const read = (answer: RecordedResponse): GenerationStatus => {
  expectStatus(answer, 200);
  return expectSchema(generationStatusSchema, answer.json, "the run's state");
};
const cancel = (client: ConformanceClient, id: string) =>
  client.ask(["generations", id], { method: "DELETE" });
const untilEnded = (client: ConformanceClient, id: string) =>
  client.until(
    () => client.get("generations", id),
    ({ json }) => ENDED.includes(String((json as GenerationStatus | undefined)?.status)),
  );

/** One run that was asked for by 202, shared. */
const accepted = (client: ConformanceClient) =>
  client.once("accepted", () => startRun(client, client.request()));

async function startRun(client: ConformanceClient, request: GenerationRequest) {
  const key = `conformance-${crypto.randomUUID()}`;
  const answer = await client.generate(request, { key, prefer: "respond-async" });
  expectStatus(answer, 202);
  const { id } = expectSchema(generationStatusSchema, answer.json, "the answer 202");
  return { key, request, answer, id };
}

/** A run that the provider keeps waiting. */
const slowRun = (client: ConformanceClient, nonce: string, ms: number) =>
  startRun(client, client.request({ prompt: { template: `[[slow:${ms}]] ${nonce}` } }));

/** Waits until the image model has been called. */
async function untilCalled(client: ConformanceClient, nonce: string): Promise<void> {
  for (let round = 0; round < 50 && (await client.calls(nonce)).image.length === 0; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs: 202, state, cancel. */
export const runCases: readonly ConformanceCase[] = [
  onRuns({
    name: "a run that never was is not_found",
    clause: "Errors: not_found is 404",
    async run(client) {
      expectProblem(await client.get("generations", "gen_of_nobody"), "not_found");
    },
  }),
  onRuns({
    name: "cancelling a run that never was is not_found",
    clause: "Errors: not_found is 404",
    async run(client) {
      expectProblem(await cancel(client, "gen_of_nobody"), "not_found");
    },
  }),
  onRuns({
    name: "POST /generations/{id} is method_not_allowed",
    clause: "Operations: GET and DELETE /generations/{id}",
    async run(client) {
      const answer = await client.ask(["generations", "gen_of_nobody"], { method: "POST" });
      expectProblem(answer, "method_not_allowed");
      expectHeader(answer, "Allow", /\bDELETE\b/, "to name DELETE");
    },
  }),
  spending({
    name: "Prefer: respond-async is answered with 202 and the run's id",
    clause: "Operations, POST /generations: 202 (asked by Prefer: respond-async)",
    async run(client) {
      const { answer } = await accepted(client);
      expectContractHeader(answer);
    },
  }),
  spending({
    name: "a run that was asked for by 202 succeeds",
    clause: `${GET}: 200 {id, status, stage?, retryAfterMs?} plus the result`,
    async run(client) {
      const { id } = await accepted(client);
      const state = read(await untilEnded(client, id));
      expectEqual({ id: state.id, status: state.status }, { id, status: "succeeded" }, "the run's state");
      expectThat(state.output !== undefined && state.image !== undefined, "output and image", state);
    },
  }),
  spending({
    name: "a run's state has a link that works",
    clause: `${GET}: plus the result when ended`,
    async run(client) {
      const state = read(await client.get("generations", (await client.sample()).generation.id));
      expectStatus(await client.follow(state.output?.imageUrl ?? ""), 200);
    },
  }),
  spending({
    name: "a run's state says the contract's version",
    clause: "Operations: every answer carries Image-Generation-Contract: 1",
    async run(client) {
      expectContractHeader(await client.get("generations", (await client.sample()).generation.id));
    },
  }),
  spending({
    name: "the result of a run is found by its key as well",
    clause: `${RUNS}: the caller comes back by the same key (any level) or by id`,
    async run(client) {
      const { id, key, request } = await accepted(client);
      await untilEnded(client, id);
      const answer = await client.generate(request, { key });
      expectStatus(answer, 200);
      expectEqual((answer.json as { id?: unknown }).id, id, "the id under the key");
    },
  }),
  spending({
    name: "the event stream of an ended run is a snapshot with its result",
    clause: `${GET}: as an event stream: a snapshot, then live`,
    needs: ["stream"],
    async run(client) {
      const { id } = (await client.sample()).generation;
      const answer = await client.ask(["generations", id], { headers: { Accept: "text/event-stream" } });
      expectHeader(answer, "Content-Type", /^text\/event-stream\b/i, "to be text/event-stream");
      expectEqual(readEvents(answer.text).events.at(-1)?.event, "result", "the last event");
    },
  }),
  spending({
    name: "the event stream of a run under way ends with its result",
    clause: `${GET}: as an event stream: a snapshot, then live`,
    needs: ["stream"],
    async run(client) {
      const { id } = await startRun(client, client.request());
      const answer = await client.ask(["generations", id], { headers: { Accept: "text/event-stream" } });
      const names = readEvents(answer.text).events.map(({ event }) => event);
      expectEqual(
        names.filter((name) => name === "result" || name === "error"),
        ["result"],
        "the terminal events",
      );
      expectEqual(names.at(-1), "result", "the last event");
    },
  }),
  spending({
    name: "cancelling a run that has succeeded changes nothing",
    clause: `${DELETE}: 200 with the current state; too late once the image bytes arrived`,
    async run(client) {
      const { id } = (await client.sample()).generation;
      expectEqual(read(await cancel(client, id)).status, "succeeded", "the state after a late cancel");
      expectEqual(read(await client.get("generations", id)).status, "succeeded", "the state");
    },
  }),
  spending({
    name: "cancelling is idempotent",
    clause: `${DELETE}: 200 with the current state, idempotent`,
    async run(client) {
      const { id } = await startRun(client, client.request());
      const first = read(await cancel(client, id));
      await untilEnded(client, id);
      const ended = read(await cancel(client, id));
      expectEqual(read(await cancel(client, id)).status, ended.status, "the state after another cancel");
      expectThat(first.status !== "cancelled" || ended.status === "cancelled", "one terminal state", [
        first.status,
        ended.status,
      ]);
    },
  }),
  spending({
    name: "a run under way can be cancelled",
    clause: `${RUNS}: only DELETE cancels`,
    needs: ["provider"],
    async run(client) {
      const { id } = await slowRun(client, client.nonce(), 5000);
      await cancel(client, id);
      const state = read(await untilEnded(client, id));
      expectEqual(
        [state.status, state.problem?.kind],
        ["cancelled", "cancelled"],
        "the state and its problem's kind",
      );
    },
  }),
  spending({
    name: "a cancel after the image model was called keeps the key",
    clause: `${RUNS}: once the image model was called and billing is not excluded, every outcome (cancelled too) is stored and replayed`,
    needs: ["provider"],
    async run(client) {
      const nonce = client.nonce();
      const { id, key, request } = await slowRun(client, nonce, 5000);
      await untilCalled(client, nonce);
      await cancel(client, id);
      await untilEnded(client, id);
      expectProblem(await client.generate(request, { key }), "cancelled");
      expectEqual((await client.calls(nonce)).image.length, 1, "the number of image calls");
    },
  }),
  spending({
    name: "the same key while running is idempotency_in_progress with the run's id",
    clause: `${RUNS}: while running: idempotency_in_progress with the generation's id`,
    needs: ["provider"],
    async run(client) {
      const { id, key, request } = await slowRun(client, client.nonce(), 2500);
      const problem = expectProblem(await client.generate(request, { key }), "idempotency_in_progress");
      expectEqual(problem.id, id, "the problem's id");
      await untilEnded(client, id);
    },
  }),
  spending({
    name: "a run under way says its status and stage",
    clause: `${RUNS}: states: queued → running → succeeded | failed | cancelled`,
    needs: ["provider"],
    async run(client) {
      const nonce = client.nonce();
      const { id } = await slowRun(client, nonce, 2000);
      await untilCalled(client, nonce);
      const state = read(await client.get("generations", id));
      expectEqual([state.status, state.stage], ["running", "image"], "status and stage");
      await untilEnded(client, id);
    },
  }),
  spending({
    name: "a run that failed shows its problem",
    clause: `${GET}: plus the problem when ended`,
    needs: ["provider"],
    async run(client) {
      const { id } = await startRun(
        client,
        client.request({ prompt: { template: `[[moderation]] ${client.nonce()}` } }),
      );
      const answer = await untilEnded(client, id);
      const state = read(answer);
      expectThat(
        state.status === "failed" && state.problem?.kind === "content_blocked",
        "failed, content_blocked",
        describe(answer),
      );
    },
  }),
  spending({
    name: "a link from a 202 run's state is not stored by caches",
    clause: "Operations, answer 200: Cache-Control: no-store",
    async run(client) {
      const answer = await client.get("generations", (await client.sample()).generation.id);
      expectHeader(answer, "Cache-Control", /\bno-store\b/, "to be no-store");
    },
  }),
];
