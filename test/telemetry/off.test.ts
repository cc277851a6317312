import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BASE, body, createTestBackend, succeed } from "../server/testBackend.js";
import { small } from "../server/runHelpers.js";

const load = vi.hoisted(() => vi.fn());

vi.mock("@opentelemetry/api", () => {
  load();
  throw new Error("Cannot find package '@opentelemetry/api'");
});

afterEach(() => vi.restoreAllMocks());

describe("the package @opentelemetry/api", () => {
  it("is not loaded without the option, by a handler or a worker", async () => {
    const runs = memoryRunStore();
    const storage = memoryStorage();
    const imageModels = { "test/painter": { model: { generate: small } } };
    await succeed(await createTestBackend().post("/generations", body()));
    const runner = createGenerationRunner({
      imageModels,
      runs,
      storage,
      signingSecret: "a secret of the worker's own, long enough to be taken",
      publicUrl: BASE,
    });
    const dispatch = (job: Parameters<typeof runner.execute>[0]) => runner.execute(job);
    await succeed(
      await createTestBackend({ imageModels, runs, storage, dispatch }).post("/generations", body()),
    );
    expect(load).not.toHaveBeenCalled();
  });

  it("is named, with the install line, where the option needs it and it is missing; pictures come all the same", async () => {
    const complain = vi.spyOn(console, "error").mockReturnValue(undefined);
    const startSpan = vi.fn();
    const backend = createTestBackend({ telemetry: { tracer: { startSpan } } });
    await succeed(await backend.post("/generations", body()));
    await succeed(await backend.post("/generations", body()));
    expect(load).toHaveBeenCalled();
    expect(complain.mock.calls).toEqual([[expect.stringContaining("npm install @opentelemetry/api")]]);
    expect(startSpan).not.toHaveBeenCalled();
  });
});

describe("the option telemetry", () => {
  const create = (telemetry: unknown) => () =>
    createTestBackend({ telemetry } as Parameters<typeof createTestBackend>[0]);

  it.each([
    ["no tracer", { meter: {} }, "`telemetry.tracer`"],
    ["a provider in place of its meter", { tracer: { startSpan: vi.fn() }, meter: {} }, "`telemetry.meter`"],
    ["true", true, "`telemetry.tracer`"],
    [
      "a misspelled member",
      { tracer: { startSpan: vi.fn() }, recordContents: true },
      'Did you mean "recordContent"?',
    ],
  ])("is refused with %s", (_, given, message) => {
    expect(create(given)).toThrow(TypeError);
    expect(create(given)).toThrow(message);
  });
});
