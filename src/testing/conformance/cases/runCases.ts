import { generationStatusSchema } from "../../../contract/index.js";
import type { GenerationRequest, GenerationStatus } from "../../../contract/index.js";
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
  expectStatus,
  expectThat,
} from "../expectThat.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import type { ConformanceCase } from "../ConformanceCase.js";

const RUNS = "Runs, time and money";
const GET = "Operations, GET /generations/{id}";
const DELETE = "Operations, DELETE /generations/{id}";
const ENDED: readonly string[] = ["succeeded", "failed", "cancelled"];

const runCase = (definition: CaseDefinition) =>
  defineCase({ level: "L2", ...definition, needs: ["runs", ...(definition.needs ?? [])] });
const billableRunCase = (definition: CaseDefinition) => runCase({ billable: true, ...definition });

const read = (response: RecordedResponse): GenerationStatus => {
  expectStatus(response, 200);
  return expectSchema(generationStatusSchema, response.json, "the run's state");
};
const cancel = (client: ConformanceClient, id: string) =>
  client.ask(["generations", id], { method: "DELETE" });
const waitForEnd = (client: ConformanceClient, id: string) =>
  client.until(
    () => client.get("generations", id),
    ({ json }) => ENDED.includes(String((json as GenerationStatus | undefined)?.status)),
  );

/** Returns a run that was answered by 202, shared by all cases. */
const accepted = (client: ConformanceClient) =>
  client.once("accepted", () => startRun(client, client.request()));

async function startRun(client: ConformanceClient, request: GenerationRequest) {
  const key = `conformance-${crypto.randomUUID()}`;
  const response = await client.generate(request, { key, prefer: "respond-async" });
  expectStatus(response, 202);
  const { id } = expectSchema(generationStatusSchema, response.json, "the answer 202");
  return { key, request, response, id };
}

/** Starts a run that the provider keeps waiting. */
const slowRun = (client: ConformanceClient, nonce: string, ms: number) =>
  startRun(client, client.request({ prompt: { template: `[[slow:${ms}]] ${nonce}` } }));

/** Waits until the image model has been called. */
async function waitForImageCall(client: ConformanceClient, nonce: string): Promise<void> {
  for (let round = 0; round < 50 && (await client.calls(nonce)).image.length === 0; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Cases of runs: 202, state, cancel. */
export const runCases: readonly ConformanceCase[] = [
  runCase({
    name: "a run that never was is not_found",
    clause: "Errors: not_found is 404",
    async run(client) {
      expectProblem(await client.get("generations", "gen_of_nobody"), "not_found");
    },
  }),
  runCase({
    name: "cancelling a run that never was is not_found",
    clause: "Errors: not_found is 404",
    async run(client) {
      expectProblem(await cancel(client, "gen_of_nobody"), "not_found");
    },
  }),
  runCase({
    name: "POST /generations/{id} is method_not_allowed",
    clause: "Operations: GET and DELETE /generations/{id}",
    async run(client) {
      const response = await client.ask(["generations", "gen_of_nobody"], { method: "POST" });
      expectProblem(response, "method_not_allowed");
      expectHeader(response, "Allow", /\bDELETE\b/, "to name DELETE");
    },
  }),
  billableRunCase({
    name: "Prefer: respond-async is answered with 202 and the run's id",
    clause: "Operations, POST /generations: 202 (asked by Prefer: respond-async)",
    async run(client) {
      const { response } = await accepted(client);
      expectContractHeader(response);
    },
  }),
  billableRunCase({
    name: "a run that was asked for by 202 succeeds",
    clause: `${GET}: 200 {id, status, stage?, retryAfterMs?} plus the result`,
    async run(client) {
      const { id } = await accepted(client);
      const state = read(await waitForEnd(client, id));
      expectEqual({ id: state.id, status: state.status }, { id, status: "succeeded" }, "the run's state");
      expectThat(state.output !== undefined && state.image !== undefined, "output and image", state);
    },
  }),
  billableRunCase({
    name: "a run's state has a link that works",
    clause: `${GET}: plus the result when ended`,
    async run(client) {
      const state = read(await client.get("generations", (await client.sample()).generation.id));
      expectStatus(await client.follow(state.output?.imageUrl ?? ""), 200);
    },
  }),
  billableRunCase({
    name: "a run's state says the contract's version",
    clause: "Operations: every answer carries Image-Generation-Contract: 1",
    async run(client) {
      expectContractHeader(await client.get("generations", (await client.sample()).generation.id));
    },
  }),
  billableRunCase({
    name: "the result of a run is found by its key as well",
    clause: `${RUNS}: the caller comes back by the same key (any level) or by id`,
    async run(client) {
      const { id, key, request } = await accepted(client);
      await waitForEnd(client, id);
      const response = await client.generate(request, { key });
      expectStatus(response, 200);
      expectEqual((response.json as { id?: unknown }).id, id, "the id under the key");
    },
  }),
  billableRunCase({
    name: "the event stream of an ended run is a snapshot with its result",
    clause: `${GET}: as an event stream: a snapshot, then live`,
    needs: ["stream"],
    async run(client) {
      const { id } = (await client.sample()).generation;
      const response = await client.ask(["generations", id], { headers: { Accept: "text/event-stream" } });
      expectHeader(response, "Content-Type", /^text\/event-stream\b/i, "to be text/event-stream");
      expectEqual(readEvents(response.text).events.at(-1)?.event, "result", "the last event");
    },
  }),
  billableRunCase({
    name: "the event stream of a run under way ends with its result",
    clause: `${GET}: as an event stream: a snapshot, then live`,
    needs: ["stream"],
    async run(client) {
      const { id } = await startRun(client, client.request());
      const response = await client.ask(["generations", id], { headers: { Accept: "text/event-stream" } });
      const names = readEvents(response.text).events.map(({ event }) => event);
      expectEqual(
        names.filter((name) => name === "result" || name === "error"),
        ["result"],
        "the terminal events",
      );
      expectEqual(names.at(-1), "result", "the last event");
    },
  }),
  billableRunCase({
    name: "cancelling a run that has succeeded changes nothing",
    clause: `${DELETE}: 200 with the current state; too late once the image bytes arrived`,
    async run(client) {
      const { id } = (await client.sample()).generation;
      expectEqual(read(await cancel(client, id)).status, "succeeded", "the state after a late cancel");
      expectEqual(read(await client.get("generations", id)).status, "succeeded", "the state");
    },
  }),
  billableRunCase({
    name: "cancelling is idempotent",
    clause: `${DELETE}: 200 with the current state, idempotent`,
    async run(client) {
      const { id } = await startRun(client, client.request());
      const first = read(await cancel(client, id));
      await waitForEnd(client, id);
      const ended = read(await cancel(client, id));
      expectEqual(read(await cancel(client, id)).status, ended.status, "the state after another cancel");
      expectThat(first.status !== "cancelled" || ended.status === "cancelled", "one terminal state", [
        first.status,
        ended.status,
      ]);
    },
  }),
  billableRunCase({
    name: "a run under way can be cancelled",
    clause: `${RUNS}: only DELETE cancels`,
    needs: ["provider"],
    async run(client) {
      const { id } = await slowRun(client, client.nonce(), 5000);
      await cancel(client, id);
      const state = read(await waitForEnd(client, id));
      expectEqual(
        [state.status, state.problem?.kind],
        ["cancelled", "cancelled"],
        "the state and its problem's kind",
      );
    },
  }),
  billableRunCase({
    name: "a cancel after the image model was called keeps the key",
    clause: `${RUNS}: once the image model was called and billing is not excluded, every outcome (cancelled too) is stored and replayed`,
    needs: ["provider"],
    async run(client) {
      const nonce = client.nonce();
      const { id, key, request } = await slowRun(client, nonce, 5000);
      await waitForImageCall(client, nonce);
      await cancel(client, id);
      await waitForEnd(client, id);
      expectProblem(await client.generate(request, { key }), "cancelled");
      expectEqual((await client.calls(nonce)).image.length, 1, "the number of image calls");
    },
  }),
  billableRunCase({
    name: "the same key while running is idempotency_in_progress with the run's id",
    clause: `${RUNS}: while running: idempotency_in_progress with the generation's id`,
    needs: ["provider"],
    async run(client) {
      const { id, key, request } = await slowRun(client, client.nonce(), 2500);
      const problem = expectProblem(await client.generate(request, { key }), "idempotency_in_progress");
      expectEqual(problem.id, id, "the problem's id");
      await waitForEnd(client, id);
    },
  }),
  billableRunCase({
    name: "a run under way says its status and stage",
    clause: `${RUNS}: states: queued → running → succeeded | failed | cancelled`,
    needs: ["provider"],
    async run(client) {
      const nonce = client.nonce();
      const { id } = await slowRun(client, nonce, 2000);
      await waitForImageCall(client, nonce);
      const state = read(await client.get("generations", id));
      expectEqual([state.status, state.stage], ["running", "image"], "status and stage");
      await waitForEnd(client, id);
    },
  }),
  billableRunCase({
    name: "a run that failed shows its problem",
    clause: `${GET}: plus the problem when ended`,
    needs: ["provider"],
    async run(client) {
      const { id } = await startRun(
        client,
        client.request({ prompt: { template: `[[moderation]] ${client.nonce()}` } }),
      );
      const response = await waitForEnd(client, id);
      const state = read(response);
      expectThat(
        state.status === "failed" && state.problem?.kind === "content_blocked",
        "failed, content_blocked",
        describe(response),
      );
    },
  }),
  billableRunCase({
    name: "a link from a 202 run's state is not stored by caches",
    clause: "Operations, answer 200: Cache-Control: no-store",
    async run(client) {
      const response = await client.get("generations", (await client.sample()).generation.id);
      expectHeader(response, "Cache-Control", /\bno-store\b/, "to be no-store");
    },
  }),
];
