import { hasAspectRatio, ASPECT_RATIOS } from "../../../contract/index.js";
import type { ErrorKind } from "../../../contract/index.js";
import { readPngSize } from "../readPngSize.js";
import { defineCase } from "../defineCase.js";
import type { CaseDefinition } from "../defineCase.js";
import { expectEqual, expectProblem, expectStatus, expectThat } from "../expectThat.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import type { ConformanceCase, ConformanceNeed } from "../ConformanceCase.js";

/** Secret in every error text of the mock provider; it must not reach a caller. */
export const PROVIDER_SECRET = "sk-mock-provider-secret";

const ERRORS = "Errors";
const MONEY = "Runs, time and money";
const providerCase = (definition: CaseDefinition) =>
  defineCase({ billable: true, ...definition, needs: ["provider", ...(definition.needs ?? [])] });
const writes: readonly ConformanceNeed[] = ["prompt_model"];

/** Creates a manual request with a marker, and the text that finds its calls. */
function marked(client: ConformanceClient, marker: string) {
  const nonce = client.nonce();
  return { nonce, request: client.request({ prompt: { template: `A circle [[${marker}]] ${nonce}` } }) };
}

const outcomes: readonly [marker: string, what: string, kind: ErrorKind, charged: readonly unknown[]][] = [
  ["moderation", "a prompt that the provider's safety system refuses", "content_blocked", [false, undefined]],
  ["rejected", "a request that the provider calls invalid", "provider_rejected", [false, undefined]],
  ["429", "a provider that is rate limited", "rate_limited", [false, undefined]],
  ["402", "a provider account without credit", "credits_exhausted", [false, undefined]],
  ["401", "a provider that refuses the credentials", "provider_misconfigured", [false, undefined]],
  ["500", "a provider that fails", "provider_error", [false, null, undefined]],
  ["cut", "a provider whose answer is cut", "provider_error", [null]],
  ["empty", "a provider that sends no image", "no_image", [true, null, false, undefined]],
  ["html", "a page labelled as an image", "bad_image", [true, null]],
  ["svg", "an SVG labelled as an image", "bad_image", [true, null]],
  ["huge", "an image of 20,000 × 20,000 pixels", "bad_image", [true, null]],
];

const outcomeCases: readonly ConformanceCase[] = outcomes.flatMap(([marker, what, kind, charged]) => [
  providerCase({
    name: `${what} is ${kind}`,
    clause: `${ERRORS}: ${kind}; charged speaks of the image`,
    async run(client) {
      const problem = expectProblem(await client.generate(marked(client, marker).request), kind);
      expectThat(
        charged.includes(problem.charged),
        `charged to be ${charged.map(String).join(" or ")}`,
        problem.charged,
      );
    },
  }),
  providerCase({
    name: `${what} is asked once`,
    clause: `${MONEY}: the image stage is never retried by itself`,
    async run(client) {
      const { nonce, request } = marked(client, marker);
      await client.generate(request);
      expectEqual((await client.calls(nonce)).image.length, 1, "the number of image calls");
    },
  }),
]);

/** Cases that need a provider under test control. */
export const providerCases: readonly ConformanceCase[] = [
  ...outcomeCases,
  providerCase({
    name: "manual calls the image model once and no prompt model",
    clause: "Operations: in manual no prompt model is called",
    async run(client) {
      const nonce = client.nonce();
      await client.succeed(client.request({ prompt: { template: `A circle ${nonce}` } }));
      const { image, prompt } = await client.calls(nonce);
      expectEqual([image.length, prompt.length], [1, 0], "the number of image and prompt calls");
    },
  }),
  providerCase({
    name: "stages.sent is exactly what the image model got",
    clause: "Operations: stages.sent is the exact text that the image model got",
    async run(client) {
      const nonce = client.nonce();
      const { generation } = await client.succeed(
        client.request({ prompt: { template: `A circle ${nonce}` }, style: "watercolor" }),
      );
      expectEqual(
        (await client.calls(nonce)).image[0]?.prompt,
        generation.stages?.sent,
        "the prompt that the model got",
      );
    },
  }),
  providerCase({
    name: "a missing variable reaches no model",
    clause: "The template language: missing_variable before anything is spent",
    needs: ["server_templates"],
    async run(client) {
      const nonce = client.nonce();
      const request = client.request({
        prompt: { template: `A {{conformance.output.absent}} circle ${nonce}` },
      });
      expectProblem(await client.generate(request), "missing_variable");
      const { image, prompt } = await client.calls(nonce);
      expectEqual([image.length, prompt.length], [0, 0], "the number of image and prompt calls");
    },
  }),
  providerCase({
    name: "a replay reaches no model",
    clause: `${MONEY}: Key: a finished answer is replayed`,
    async run(client) {
      const nonce = client.nonce();
      const { key, request } = await client.succeed(
        client.request({ prompt: { template: `A circle ${nonce}` } }),
      );
      expectStatus(await client.generate(request, { key }), 200);
      expectEqual((await client.calls(nonce)).image.length, 1, "the number of image calls");
    },
  }),
  providerCase({
    name: "Prompt AI asks the prompt model first and draws what it wrote",
    clause: "Saved configuration: prompt_ai; Operations: stages.written",
    level: "L1",
    needs: writes,
    async run(client) {
      const nonce = client.nonce();
      const { generation } = await client.succeed(
        client.request({ prompt: { mode: "prompt_ai", instructions: `A circle ${nonce}` } }),
      );
      const { image, prompt } = await client.calls(nonce);
      expectEqual([image.length, prompt.length], [1, 1], "the number of image and prompt calls");
      const written = generation.stages?.written ?? "";
      expectThat(
        written !== "" && image[0]?.prompt.includes(written) === true,
        "the written prompt drawn",
        image[0]?.prompt,
      );
      expectEqual(generation.output.prompt, written, "output.prompt");
    },
  }),
  providerCase({
    name: "POST /prompts calls no image model",
    clause: "Operations, POST /prompts: no image paid",
    level: "L1",
    needs: ["prompts", ...writes],
    async run(client) {
      const nonce = client.nonce();
      expectStatus(
        await client.preview(
          client.request({ prompt: { mode: "prompt_ai", instructions: `A circle ${nonce}` } }),
        ),
        200,
      );
      const { image, prompt } = await client.calls(nonce);
      expectEqual([image.length, prompt.length], [0, 1], "the number of image and prompt calls");
    },
  }),
  ...(["writes-nothing", "writer-refuses"] as const).map((marker) =>
    providerCase({
      name: `a prompt model that ${marker === "writes-nothing" ? "writes nothing" : "refuses"} is prompt_failed, and no image is paid`,
      clause: `${ERRORS}: prompt_failed (the writer refused or wrote nothing)`,
      level: "L1",
      needs: writes,
      async run(client) {
        const nonce = client.nonce();
        const request = client.request({
          prompt: { mode: "prompt_ai", instructions: `[[${marker}]] ${nonce}` },
        });
        expectProblem(await client.generate(request), "prompt_failed");
        expectEqual((await client.calls(nonce)).image.length, 0, "the number of image calls");
      },
    }),
  ),
  providerCase({
    name: "a freed key keeps the prompt that was written",
    clause: `${MONEY}: a freed key keeps the prompt that was written`,
    level: "L1",
    needs: writes,
    async run(client) {
      const nonce = client.nonce();
      const key = `conformance-${crypto.randomUUID()}`;
      const request = client.request({
        prompt: { mode: "prompt_ai", instructions: `A circle [[429]] ${nonce}` },
      });
      expectProblem(await client.generate(request, { key }), "rate_limited");
      expectProblem(await client.generate(request, { key }), "rate_limited");
      const { image, prompt } = await client.calls(nonce);
      expectEqual([image.length, prompt.length], [2, 1], "the number of image and prompt calls");
    },
  }),
  providerCase({
    name: "an outcome that was not charged frees its key",
    clause: `${MONEY}: an outcome frees its key only when charged is false`,
    async run(client) {
      const key = `conformance-${crypto.randomUUID()}`;
      const { nonce, request } = marked(client, "429");
      await client.generate(request, { key });
      await client.generate(request, { key });
      expectEqual((await client.calls(nonce)).image.length, 2, "the number of image calls");
    },
  }),
  providerCase({
    name: "an outcome that may have been charged keeps its key",
    clause: `${MONEY}: once the image model was called and billing is not excluded, every outcome is stored and replayed`,
    async run(client) {
      const key = `conformance-${crypto.randomUUID()}`;
      const { nonce, request } = marked(client, "cut");
      expectProblem(await client.generate(request, { key }), "provider_error");
      const again = await client.generate(request, { key });
      expectProblem(again, "provider_error");
      expectEqual(again.headers.get("Idempotency-Replayed"), "true", "Idempotency-Replayed");
      expectEqual((await client.calls(nonce)).image.length, 1, "the number of image calls");
    },
  }),
  providerCase({
    name: "a rate limit says how long to wait",
    clause: `${ERRORS}: retryAfterMs; rate_limited is retryable`,
    async run(client) {
      const problem = expectProblem(await client.generate(marked(client, "429").request), "rate_limited");
      expectThat(problem.retryable === true, "retryable to be true", problem.retryable);
      expectThat((problem.retryAfterMs ?? 0) > 0, "retryAfterMs", problem.retryAfterMs);
    },
  }),
  ...["401", "500", "moderation", "rejected"].map((marker) =>
    providerCase({
      name: `the provider's own words stay on the server ([[${marker}]])`,
      clause: `${ERRORS}: provider text never crosses the wire`,
      async run(client) {
        const response = await client.generate(marked(client, marker).request);
        expectThat(!response.text.includes(PROVIDER_SECRET), "none of the provider's words", response.text);
      },
    }),
  ),
  providerCase({
    name: "a JPEG becomes a PNG",
    clause: "Who may do what: provider bytes are sniffed, decoded and re-encoded to PNG",
    async run(client) {
      const { generation } = await client.succeed(marked(client, "jpeg").request);
      const { bytes } = await client.follow(generation.output.imageUrl);
      expectThat(readPngSize(bytes) !== null, "PNG bytes", [...bytes.subarray(0, 8)]);
    },
  }),
  providerCase({
    name: "an image of another shape is cropped, or a warning says so",
    clause: "Operations: warnings [{code: cropped}]; width and height are read from the PNG",
    async run(client) {
      const { generation } = await client.succeed(marked(client, "wide").request);
      const { width, height } = generation.image;
      const size = readPngSize((await client.follow(generation.output.imageUrl)).bytes);
      expectEqual({ width, height }, size, "image.width and image.height");
      expectThat((generation.warnings ?? []).length > 0, "a warning", generation.warnings);
      const shapes = ASPECT_RATIOS.filter((ratio) => hasAspectRatio(width, height, ratio));
      expectThat(shapes.includes("square"), "a square image after the crop", generation.image);
    },
  }),
  providerCase({
    name: "a generation that takes too long is timeout, whatever the model does",
    clause: `${MONEY}: the 60 s count from running and hold even when a model ignores its abort signal`,
    timeoutMs: 120_000,
    async run(client) {
      const { timeoutMs } = (await client.catalog()).limits;
      const began = Date.now();
      const problem = expectProblem(
        await client.generate(marked(client, `slow:${timeoutMs + 8000}`).request),
        "timeout",
      );
      expectThat(
        Date.now() - began < timeoutMs + 5000,
        `an answer ${timeoutMs} ms after the start`,
        Date.now() - began,
      );
      expectEqual(problem.charged, null, "charged");
    },
  }),
];
