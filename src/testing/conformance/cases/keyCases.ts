import { createImageNodeConfig, generationSchema } from "../../../contract/index.js";
import type { GenerationRequest } from "../../../contract/index.js";
import { readEvents } from "../readEvents.js";
import { defineCase } from "../defineCase.js";
import {
  describe,
  expectEqual,
  expectProblem,
  expectSchema,
  expectStatus,
  expectThat,
  readProblem,
} from "../expectThat.js";
import { CLIENT_ACCEPT } from "../ConformanceClient.js";
import type { ConformanceClient } from "../ConformanceClient.js";

const KEYS = "Runs, time and money: Key";
/** Body that no back end can generate from, for faults that come before the body's meaning. */
const UNDRAWABLE = {
  config: createImageNodeConfig({ imageModel: "conformance/no-such-model" }),
  variables: {},
};

const replay = (client: ConformanceClient) =>
  client.once("replay", async () => {
    const { key, request } = await client.sample();
    return client.generate(request, { key });
  });

const vary = (request: GenerationRequest, variation: number): GenerationRequest => ({
  ...request,
  context: { ...request.context, variation },
});

/** Asks for two images of one request at once; the key and the request are the first one's. */
const variations = (client: ConformanceClient) =>
  client.once("variations", async () => {
    const request = client.request();
    const [first, second] = await Promise.all([
      client.succeed(vary(request, 1)),
      client.succeed(vary(request, 2)),
    ]);
    return {
      key: first.key,
      request: first.request,
      generations: [first.generation, second.generation],
    };
  });

/** Cases of idempotency keys: their form, replay and mismatch. */
export const keyCases = [
  defineCase({
    name: "a generation without a key is idempotency_key_missing",
    clause: `${KEYS}: missing is idempotency_key_missing`,
    async run(client) {
      expectProblem(await client.generate(UNDRAWABLE, { key: null }), "idempotency_key_missing");
    },
  }),
  ...[
    ["with a space", "two words"],
    ["with a slash", "a/b"],
    ["of 256 characters", "k".repeat(256)],
  ].map(([what = "", key = ""]) =>
    defineCase({
      name: `a key ${what} is refused with 400`,
      clause: `${KEYS}: 1–255 of [A-Za-z0-9._~-]`,
      async run(client) {
        const response = await client.generate(UNDRAWABLE, { key });
        expectEqual(readProblem(response).status, 400, `the status for a key ${what}`);
      },
    }),
  ),
  defineCase({
    name: "a key of 255 characters of every allowed sort is taken",
    clause: `${KEYS}: 1–255 of [A-Za-z0-9._~-]`,
    billable: true,
    async run(client) {
      const key = `${client.nonce()}._~-AZaz09`.padEnd(255, "x");
      await client.succeed(client.request(), { key });
    },
  }),
  defineCase({
    name: "the same key with the same bytes is the same generation",
    clause: `${KEYS}: a finished answer is replayed for 24 h`,
    billable: true,
    async run(client) {
      const { generation } = await client.sample();
      const response = await replay(client);
      expectStatus(response, 200);
      const again = expectSchema(generationSchema, response.json, "the replayed generation");
      expectEqual(
        [again.id, again.output.attachmentId, again.output.path],
        [generation.id, generation.output.attachmentId, generation.output.path],
        "the replayed id, attachment and path",
      );
    },
  }),
  defineCase({
    name: "a replayed answer says so",
    clause: `${KEYS}: Idempotency-Replayed: true`,
    billable: true,
    async run(client) {
      expectEqual((await replay(client)).headers.get("Idempotency-Replayed"), "true", "Idempotency-Replayed");
    },
  }),
  defineCase({
    name: "a first answer does not say that it was replayed",
    clause: `${KEYS}: Idempotency-Replayed: true on a replay`,
    billable: true,
    async run(client) {
      const value = (await client.sample()).response.headers.get("Idempotency-Replayed");
      expectThat(value !== "true", "no Idempotency-Replayed on a first answer", value);
    },
  }),
  defineCase({
    name: "a replay's link works",
    clause: `${KEYS}: replayed with a freshly signed link`,
    billable: true,
    async run(client) {
      const again = expectSchema(generationSchema, (await replay(client)).json, "the replayed generation");
      expectStatus(await client.follow(again.output.imageUrl), 200);
    },
  }),
  defineCase({
    name: "a replay's link ends later than the first one did",
    clause: `${KEYS}: replayed with a freshly signed link`,
    billable: true,
    async run(client) {
      const first = await client.succeed(client.request());
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const response = await client.generate(first.request, { key: first.key });
      const again = expectSchema(generationSchema, response.json, "the replayed generation");
      const later = Date.parse(again.image.expiresAt) > Date.parse(first.generation.image.expiresAt);
      expectThat(later, `expiresAt after ${first.generation.image.expiresAt}`, again.image.expiresAt);
    },
  }),
  defineCase({
    name: "quotes around a key do not matter",
    clause: `${KEYS}: optional quotes stripped`,
    billable: true,
    async run(client) {
      const { key, request, generation } = await client.sample();
      const response = await client.generate(request, { key: `"${key}"` });
      expectStatus(response, 200);
      expectEqual((response.json as { id?: unknown }).id, generation.id, "the id under the quoted key");
    },
  }),
  defineCase({
    name: "another body under a key is idempotency_mismatch",
    clause: `${KEYS}: another body under a key: idempotency_mismatch`,
    billable: true,
    async run(client) {
      const { key, request } = await client.sample();
      const other = { ...request, config: { ...request.config, style: "sketch" } };
      expectProblem(await client.generate(other, { key }), "idempotency_mismatch");
    },
  }),
  defineCase({
    name: "variations under keys of their own are generations of their own",
    clause: `${KEYS}: a key names one intent; context.variation tells apart images that were asked for at once`,
    billable: true,
    async run(client) {
      const { generations } = await variations(client);
      const ids = new Set(generations.map(({ id }) => id));
      expectEqual(ids.size, generations.length, "the number of different ids");
      const attachments = new Set(generations.map(({ output }) => output.attachmentId));
      expectEqual(attachments.size, generations.length, "the number of different attachments");
    },
  }),
  defineCase({
    name: "another variation under a key is idempotency_mismatch",
    clause: `${KEYS}: another body under a key: idempotency_mismatch`,
    billable: true,
    async run(client) {
      const { key, request } = await variations(client);
      expectProblem(await client.generate(vary(request, 2), { key }), "idempotency_mismatch");
    },
  }),
  defineCase({
    name: "the same JSON in other bytes under a key is idempotency_mismatch",
    clause: `${KEYS}: same body = SHA-256 of the raw bytes`,
    billable: true,
    async run(client) {
      const { key, request } = await client.sample();
      const response = await client.generate(null, { key, text: JSON.stringify(request, null, 2) });
      expectProblem(response, "idempotency_mismatch");
    },
  }),
  defineCase({
    name: "another Prefer under a key is still the same body",
    clause: `${KEYS}: Accept and Prefer excluded`,
    billable: true,
    async run(client) {
      const { key, request, generation } = await client.sample();
      const response = await client.generate(request, { key, prefer: "respond-async" });
      expectThat(
        response.status === 200 || response.status === 202,
        "the answer replayed",
        describe(response),
      );
      expectEqual((response.json as { id?: unknown }).id, generation.id, "the id with another Prefer");
    },
  }),
  defineCase({
    name: "a JSON answer is replayed as an event stream when one is asked for",
    clause: `${KEYS}: replayed in the negotiated form`,
    level: "L1",
    needs: ["stream"],
    billable: true,
    async run(client) {
      const { key, request, generation } = await client.sample();
      const response = await client.generate(request, { key, accept: CLIENT_ACCEPT });
      expectStatus(response, 200);
      const results = readEvents(response.text).events.filter(({ event }) => event === "result");
      expectThat(results.length === 1, "one result event", describe(response));
      const again = expectSchema(
        generationSchema,
        JSON.parse(results[0]?.data ?? "null"),
        "the result event",
      );
      expectEqual(again.id, generation.id, "the replayed id");
    },
  }),
  defineCase({
    name: "an event stream is replayed as JSON when JSON is asked for",
    clause: `${KEYS}: replayed in the negotiated form`,
    level: "L1",
    needs: ["stream"],
    billable: true,
    async run(client) {
      const { key, request, events } = await client.streamed();
      const response = await client.generate(request, { key });
      expectStatus(response, 200);
      const again = expectSchema(generationSchema, response.json, "the replayed generation");
      const started = JSON.parse(events.find(({ event }) => event === "started")?.data ?? "null") as {
        id?: unknown;
      };
      expectEqual(again.id, started?.id, "the replayed id");
    },
  }),
  defineCase({
    name: "two requests at once under one key make one generation",
    clause: `${KEYS}: while running: idempotency_in_progress with the generation's id`,
    billable: true,
    async run(client) {
      const request = client.request();
      const key = `conformance-${crypto.randomUUID()}`;
      const responses = await Promise.all([
        client.generate(request, { key }),
        client.generate(request, { key }),
      ]);
      const ids = responses.map((response) => {
        if (response.status === 409) return expectProblem(response, "idempotency_in_progress").id;
        expectStatus(response, 200);
        return expectSchema(generationSchema, response.json, "the generation").id;
      });
      expectThat(ids[0] !== undefined && ids[0] === ids[1], "one id for both", ids);
    },
  }),
  defineCase({
    name: "a refusal before anything is spent frees its key",
    clause: "Runs, time and money: an outcome frees its key only when charged is false",
    billable: true,
    needs: ["server_templates"],
    async run(client) {
      const key = `conformance-${crypto.randomUUID()}`;
      const missing = client.request({ prompt: { template: "{{conformance.output.absent}}" } });
      expectProblem(await client.generate(missing, { key }), "missing_variable");
      await client.succeed(client.request(), { key });
    },
  }),
];
