import type { RecordedResponse } from "../RecordedResponse.js";
import { defineCase } from "../defineCase.js";
import { expectProblem, expectStatus, expectThat } from "../expectThat.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import { TEMPLATE, maxPromptLength, refusals } from "./refusals.js";
import type { Refusal } from "./refusals.js";
import { settingRefusals } from "./settingRefusals.js";

/** Invalid requests, sent to both operations that take a configuration. `POST /prompts` checks them without an image. */
export const validationCases: readonly ConformanceCase[] = [...refusals, ...settingRefusals].flatMap(
  (refusal) => [toCase("generations", refusal), toCase("prompts", refusal)],
);

/** Rules around refusals: their charge, their bounds, and requests that must not be refused. */
export const refusalCases = [
  defineCase({
    name: "a refusal before the image stage was not charged",
    clause: "Errors: charged speaks of the image; missing_variable comes before anything is spent",
    billable: true,
    needs: ["server_templates"],
    async run(client) {
      const request = client.request({ prompt: { template: "{{conformance.output.absent}}" } });
      const { charged } = expectProblem(await client.generate(request), "missing_variable");
      expectThat(charged !== true && charged !== null, "charged to be false or absent", charged);
    },
  }),
  defineCase({
    name: "a body that is counted, not announced, is payload_too_large as well",
    clause: "Who may do what: body counted, not trusted",
    async run(client) {
      const { maxBodyBytes } = (await client.catalog()).limits;
      if (maxBodyBytes > 16 * 1024 * 1024) throw new NotApplicable("The body bound is above 16 MB.");
      const parts = [`{"config":"`, "x".repeat(maxBodyBytes), "x".repeat(1024)];
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          const part = parts.shift();
          if (part === undefined) controller.close();
          else controller.enqueue(new TextEncoder().encode(part));
        },
      });
      const init = { ...client.post(null), body, duplex: "half" };
      expectProblem(await client.ask(["generations"], init), "payload_too_large");
    },
  }),
  defineCase({
    name: "manual does not look at the prompt model",
    clause: "Saved configuration: promptModel is kept, and never validated, in manual",
    level: "L1",
    needs: ["prompts"],
    async run(client) {
      expectStatus(await client.preview(client.request({ promptModel: "conformance/no-such-model" })), 200);
    },
  }),
  defineCase({
    name: "JSON nested less than 64 deep is taken",
    clause: "Who may do what: JSON depth ≤ 64",
    level: "L1",
    needs: ["prompts"],
    async run(client) {
      let nested: unknown = "deep";
      for (let depth = 0; depth < 55; depth += 1) nested = { nested };
      expectStatus(await client.preview(client.request({}, { variables: { conformance: nested } })), 200);
    },
  }),
  defineCase({
    name: "a prompt's length is counted in code points",
    clause: "Operations, GET /catalog: maxPromptLength (code points)",
    level: "L1",
    needs: ["prompts", "image_model"],
    async run(client) {
      const max = await maxPromptLength(client);
      expectStatus(await client.preview(client.request({ prompt: { template: "🦊".repeat(max) } })), 200);
    },
  }),
  defineCase({
    name: "members that nobody knows are ignored",
    clause: "Operations: both sides ignore members, events and warnings that they do not know",
    level: "L1",
    needs: ["prompts"],
    async run(client) {
      const request = client.request({}, { context: { nodeId: "n1", tomorrow: true } });
      const body = { ...request, config: { ...request.config, tomorrow: { is: 1 } }, tomorrow: 1 };
      expectStatus(await client.preview(body), 200);
    },
  }),
];

function toCase(operation: "generations" | "prompts", refusal: Refusal): ConformanceCase {
  const { what, kinds, clause } = refusal;
  return defineCase({
    name: `POST /${operation} refuses ${what} as ${kinds.join(" or ")}`,
    clause,
    level: operation === "prompts" ? "L1" : "L0",
    billable: operation === "generations" && refusal.drawable === true,
    needs: [
      ...(operation === "prompts" ? (["prompts"] as const) : []),
      ...(refusal.needsPromptModel ? (["prompt_model"] as const) : []),
      ...(refusal.drawable ? (["image_model"] as const) : []),
      ...(refusal.clause.startsWith(TEMPLATE) ? (["server_templates"] as const) : []),
      ...(refusal.needsClientTemplates ? (["client_templates"] as const) : []),
      ...(refusal.needsSettings ? (["settings"] as const) : []),
    ],
    async run(client) {
      const options = await refusal.options?.(client);
      const prepared = await refusal.prepare?.(client);
      const body = prepared ? prepared.body : refusal.body?.(client);
      const response = await (operation === "prompts"
        ? client.preview(body, options)
        : client.generate(body, options));
      expectRefusal(response, {
        ...refusal,
        ...(prepared?.pointer !== undefined && { pointer: prepared.pointer }),
      });
    },
  });
}

function expectRefusal(response: RecordedResponse, { kinds, pointer, code, variable }: Refusal): void {
  const { errors, retryable } = expectProblem(response, ...kinds);
  expectThat(retryable !== true, "retryable not to be true", retryable);
  const says = (member: "pointer" | "code" | "variable", value: string | undefined) =>
    value === undefined || errors?.some((error) => error[member] === value) === true;
  expectThat(says("pointer", pointer), `errors with the pointer ${pointer}`, errors);
  expectThat(says("code", code), `errors with the code ${code}`, errors);
  expectThat(says("variable", variable), `errors that name the variable ${variable}`, errors);
}
