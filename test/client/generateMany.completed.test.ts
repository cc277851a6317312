import { expect, it } from "vitest";
import { createTestClient, json, startFaultServer } from "./faultServer.js";
import { createSampleGeneration, sampleRequest } from "./samples.js";

it.each([
  ["inside a workflow run, the first of the equal item, at any place", "run_1", ["gen_a", "gen_a"]],
  ["without one, the first of the equal item at its place", undefined, ["gen_c", "gen_b"]],
])("takes over, of several earlier outcomes %s", async (_name, workflowRunId, expected) => {
  const server = await startFaultServer();
  server.answer(json(200, createSampleGeneration()));
  const { client } = createTestClient({ baseUrl: server.baseUrl });
  const item = { ...sampleRequest, context: { nodeId: "n4", workflowRunId } };
  const [earlier] = await client.generateMany([item]);
  const completed = [
    { index: 1, fingerprint: "another item's", id: "gen_x" },
    { index: 7, id: "gen_a" },
    { index: 1, id: "gen_b" },
    { index: 0, id: "gen_c" },
    { index: 0, id: "gen_d" },
  ].map(({ id, ...more }) => ({
    key: "any",
    fingerprint: earlier?.fingerprint ?? "",
    status: "succeeded" as const,
    generation: createSampleGeneration(id),
    reused: false,
    ...more,
  }));
  const outcomes = await client.generateMany([item, item], { completed });
  expect(outcomes.map((outcome) => outcome.status === "succeeded" && outcome.generation.id)).toEqual(
    expected,
  );
});
