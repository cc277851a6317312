import { ERROR_KINDS, isErrorKind, isRetryable } from "../../../contract/index.js";
import type { ErrorKindInfo } from "../../../contract/index.js";
import { defineCase } from "../defineCase.js";
import {
  expectContractHeader,
  expectEqual,
  expectHeader,
  expectProblem,
  expectThat,
  readProblem,
} from "../expectThat.js";
import type { ConformanceClient } from "../ConformanceClient.js";

const NOWHERE = "no-such-operation";
const refuse = (client: ConformanceClient) => client.once("refusal", () => client.get(NOWHERE));

/** Cases of unknown paths and methods, and the form of every refusal. None can generate an image. */
export const routingCases = [
  defineCase({
    name: "a path that is no operation is not_found",
    clause: "Errors: not_found is 404",
    async run(client) {
      expectProblem(await refuse(client), "not_found");
    },
  }),
  defineCase({
    name: "a refusal says the contract's version",
    clause: "Operations: every answer carries Image-Generation-Contract: 1",
    async run(client) {
      expectContractHeader(await refuse(client));
    },
  }),
  defineCase({
    name: "a problem repeats its status in the body",
    clause: "Errors: the body carries everything and wins over headers",
    async run(client) {
      const response = await refuse(client);
      expectEqual(readProblem(response).status, response.status, "the problem's status");
    },
  }),
  defineCase({
    name: "a problem has a title and a type",
    clause: "Errors: {type, title, status, detail, kind, …}",
    async run(client) {
      const { title, type } = readProblem(await refuse(client));
      expectThat(Boolean(title) && Boolean(type), "a title and a type", { title, type });
    },
  }),
  defineCase({
    name: "a problem names its request for the log",
    clause: "Errors: {…, requestId}",
    async run(client) {
      const { requestId } = readProblem(await refuse(client));
      expectThat(typeof requestId === "string" && requestId !== "", "a requestId", requestId);
    },
  }),
  defineCase({
    name: "two problems have two request ids",
    clause: "Errors: {…, requestId}",
    async run(client) {
      const first = readProblem(await client.get(NOWHERE)).requestId;
      const second = readProblem(await client.get(NOWHERE)).requestId;
      expectThat(first !== second, "two request ids", [first, second]);
    },
  }),
  defineCase({
    name: "a problem says whether a repeat is safe, as the table does",
    clause: "Errors: one table of kinds, statuses and retryable",
    async run(client) {
      const { kind, retryable, charged, status } = readProblem(await refuse(client));
      expectThat(isErrorKind(kind), "a kind of the table", kind);
      const info: ErrorKindInfo = ERROR_KINDS[kind];
      expectEqual(
        { status, retryable },
        { status: info.status, retryable: isRetryable(kind, charged) },
        `${kind}`,
      );
    },
  }),
  ...[
    ["DELETE", "catalog"],
    ["GET", "generations"],
    ["PUT", "generations"],
  ].map(([method = "", path = ""]) =>
    defineCase({
      name: `${method} /${path} is method_not_allowed, and Allow names what is`,
      clause: "Errors: method_not_allowed is 405 (RFC 9110: with Allow)",
      async run(client) {
        const response = await client.ask([path], { method });
        expectProblem(response, "method_not_allowed");
        expectHeader(
          response,
          "Allow",
          path === "catalog" ? /\bGET\b/ : /\bPOST\b/,
          "to name the allowed method",
        );
      },
    }),
  ),
  defineCase({
    name: "a refusal before the first byte is a plain problem, though a stream was asked for",
    clause: "Operations: refusals before the first byte are plain problems, never 406",
    async run(client) {
      const response = await client.generate(null, { text: "{", accept: "text/event-stream" });
      expectProblem(response, "invalid_json");
    },
  }),
  defineCase({
    name: "an Accept that nothing fits is no reason for 406",
    clause: "Operations: refusals before the first byte are plain problems, never 406",
    async run(client) {
      const response = await client.generate(null, { text: "{", accept: "application/xml" });
      expectProblem(response, "invalid_json");
    },
  }),
  defineCase({
    name: "GET /openapi.json, where there is one, is an OpenAPI 3.1 document",
    clause: "Operations, GET /openapi.json: optional",
    async run(client) {
      const response = await client.get("openapi.json");
      if (response.status === 404) return void expectProblem(response, "not_found");
      const document = response.json as { openapi?: unknown; paths?: Record<string, unknown> } | undefined;
      expectThat(String(document?.openapi).startsWith("3.1"), "openapi 3.1", document?.openapi);
      expectThat(document?.paths?.["/generations"] !== undefined, "the path /generations", document?.paths);
    },
  }),
];
