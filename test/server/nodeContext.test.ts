import { describe, expect, it } from "vitest";
import { body, createTestBackend } from "./testBackend.js";

describe("the context of a request", () => {
  const context = { nodeId: "n4", credentialId: "cred_7" };

  it("reaches a model with generate, with the scope that authorize named", async () => {
    const backend = createTestBackend();
    await backend.post(
      "/generations",
      { ...body(), context },
      { "Idempotency-Key": "one", "X-Scope": "acme" },
    );
    await backend.post("/generations", { ...body(), context: undefined }, { "Idempotency-Key": "two" });
    expect(backend.images.map((request) => request.context)).toEqual([context, {}]);
    expect(backend.images.map((request) => request.scope)).toEqual(["acme", "workspace"]);
  });

  it("reaches a model with write", async () => {
    const backend = createTestBackend();
    const auto = { ...body({ prompt: { mode: "auto" } }), variables: { agent: { output: 1 } } };
    await backend.post("/prompts", { ...auto, context });
    expect(backend.prompts).toMatchObject([{ context, scope: "workspace" }]);
  });
});
