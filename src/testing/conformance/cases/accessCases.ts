import { createImageNodeConfig } from "../../../contract/index.js";
import { defineCase } from "../defineCase.js";
import { expectProblem, expectStatus, expectThat } from "../expectThat.js";
import type { ConformanceClient } from "../ConformanceClient.js";

const ACCESS = "Who may do what";
const UNDRAWABLE = {
  config: createImageNodeConfig({ imageModel: "conformance/no-such-model" }),
  variables: {},
};
const STRANGER = { Origin: "https://stranger.example" };

/** Sends a request without the caller's credentials. */
const anonymously = (client: ConformanceClient, segments: readonly string[], init?: RequestInit) =>
  client.context.fetch([client.context.baseUrl.replace(/(?<!\/)\/+$/, ""), ...segments].join("/"), init);

const withOtherScope = (client: ConformanceClient) => ({ ...client.context.otherScopeHeaders });

/** Cases of credentials, workspaces and origins. */
export const accessCases = [
  ...(
    [
      ["GET /catalog", ["catalog"], () => ({})],
      ["POST /generations", ["generations"], (client: ConformanceClient) => client.post(UNDRAWABLE)],
      ["POST /attachments/{id}/url", ["attachments", "att_none", "url"], () => ({ method: "POST" })],
    ] as const
  ).map(([operation, segments, init]) =>
    defineCase({
      name: `${operation} without credentials is unauthorized`,
      clause: `${ACCESS}: authorize(…) → {scope, subject} | null, required`,
      needs: ["authentication"],
      async run(client) {
        const response = await anonymously(client, segments, init(client));
        const bytes = new Uint8Array(await response.arrayBuffer());
        const text = new TextDecoder().decode(bytes);
        const { kind } = (text.startsWith("{") ? JSON.parse(text) : {}) as { kind?: unknown };
        expectThat(
          response.status === 401 && kind === "unauthorized",
          "401 unauthorized",
          `${response.status} ${text}`,
        );
      },
    }),
  ),
  defineCase({
    name: "another workspace's image can't get a fresh link: 404",
    clause: `${ACCESS}: the scope owns keys, runs and images; another scope's is 404`,
    needs: ["other_scope"],
    billable: true,
    async run(client) {
      const { attachmentId } = (await client.sample()).generation.output;
      const init = { method: "POST", headers: withOtherScope(client) };
      expectProblem(await client.ask(["attachments", attachmentId, "url"], init), "not_found");
    },
  }),
  defineCase({
    name: "another workspace's run is not_found",
    clause: `${ACCESS}: the scope owns keys, runs and images; another scope's is 404`,
    level: "L2",
    needs: ["other_scope", "runs"],
    billable: true,
    async run(client) {
      const { id } = (await client.sample()).generation;
      expectStatus(await client.get("generations", id), 200);
      expectProblem(await client.ask(["generations", id], { headers: withOtherScope(client) }), "not_found");
    },
  }),
  defineCase({
    name: "another workspace can't cancel a run: 404",
    clause: `${ACCESS}: the scope owns keys, runs and images; another scope's is 404`,
    level: "L2",
    needs: ["other_scope", "runs"],
    billable: true,
    async run(client) {
      const { id } = (await client.sample()).generation;
      const init = { method: "DELETE", headers: withOtherScope(client) };
      expectProblem(await client.ask(["generations", id], init), "not_found");
    },
  }),
  defineCase({
    name: "a key belongs to one workspace",
    clause: `${ACCESS}: the scope owns keys, runs and images`,
    needs: ["other_scope"],
    billable: true,
    async run(client) {
      const { key, request, generation } = await client.sample();
      const response = await client.generate(request, { key, headers: withOtherScope(client) });
      const { id } = (response.json ?? {}) as { id?: unknown };
      expectThat(id !== generation.id, "another generation for another workspace", id);
    },
  }),
  defineCase({
    name: "a POST from a stranger's origin is forbidden",
    clause: `${ACCESS}: any Origin present on POST or DELETE must be publicUrl's or listed`,
    async run(client) {
      const { reason } = expectProblem(await client.generate(UNDRAWABLE, { headers: STRANGER }), "forbidden");
      const isNamed = reason === undefined || reason === "origin_refused";
      expectThat(isNamed, 'the reason "origin_refused", or none', reason);
    },
  }),
  defineCase({
    name: "a DELETE from a stranger's origin is forbidden",
    clause: `${ACCESS}: any Origin present on POST or DELETE must be publicUrl's or listed`,
    level: "L2",
    needs: ["runs"],
    async run(client) {
      const init = { method: "DELETE", headers: STRANGER };
      expectProblem(await client.ask(["generations", "gen_none"], init), "forbidden");
    },
  }),
  defineCase({
    name: "a refusal for a stranger's origin opens nothing to that origin",
    clause: `${ACCESS}: any Origin present on POST or DELETE must be publicUrl's or listed`,
    async run(client) {
      const response = await client.generate(UNDRAWABLE, { headers: STRANGER });
      const allowed = response.headers.get("Access-Control-Allow-Origin");
      expectThat(allowed === null, "no Access-Control-Allow-Origin", allowed);
    },
  }),
];
