import { describe, expect, it } from "vitest";
import { generationSchema, problemSchema } from "image-generation-node/contract";
import {
  NotApplicable,
  conformanceCases,
  createScriptedBackend,
  fixtures,
  inProcessFetch,
} from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";

const BASE = "http://localhost/api";

function start(script: Script = {}) {
  const backend = createScriptedBackend({ catalog: fixtures.settingsCatalog, ...script });
  const fetch = inProcessFetch(backend.handler);
  const send = (path: string, settings: unknown, imageModel: string | null = null, key = "k1") =>
    fetch(`${BASE}/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify({
        ...fixtures.request,
        config: { ...fixtures.config, imageModel, settings },
      }),
    });
  const generate = async (settings: unknown, imageModel: string | null = null, key = "k1") =>
    generationSchema.parse(await (await send("generations", settings, imageModel, key)).json());
  return { ...backend, fetch, send, generate };
}

describe("a scripted back end whose catalog offers settings", () => {
  it("answers them with the defaults of the others, and the price by setting", async () => {
    const { generate } = start();
    const generation = await generate({ quality: "high", seed: 7 });
    expect(generation.settings).toEqual({ quality: "high", seed: 7, guidance: 3.5, tiled: false });
    expect("settings" in generation.output).toBe(false);
    expect(generation.usage?.items).toMatchObject([{ amount: "0.19", model: "acme/painter-2" }]);
  });

  it("speaks of none where the model has none", async () => {
    expect("settings" in (await start().generate(undefined, "acme/plain-1"))).toBe(false);
  });

  it.each(["generations", "prompts"])("refuses in /%s what the model does not take", async (path) => {
    const settings = JSON.parse(
      '{"quality":"ultra","seed":"7","sharpness":1,"__proto__":1,"a/b":1}',
    ) as unknown;
    const response = await start().send(path, settings);
    const problem = problemSchema.parse(await response.json());
    expect([response.status, problem.kind]).toEqual([422, "invalid_request"]);
    expect(problem.errors?.map(({ pointer, code, reason }) => [pointer, code, reason])).toEqual([
      ["#/config/settings/quality", "setting_unsupported", "choice"],
      ["#/config/settings/seed", "setting_unsupported", "type"],
      ["#/config/settings/sharpness", "setting_unsupported", "unknown"],
      ["#/config/settings/__proto__", "setting_unsupported", "unknown"],
      ["#/config/settings/a~1b", "setting_unsupported", "unknown"],
    ]);
  });

  it("warns of one that only another model has, and does not use it", async () => {
    const { generate } = start();
    const generation = await generate({ steps: 4 });
    expect(generation.warnings).toMatchObject([{ code: "setting_unused", params: { setting: "steps" } }]);
    expect(generation.settings).not.toHaveProperty("steps");
    expect((await generate({ steps: 4 }, "acme/stepper-1", "k2")).settings).toEqual({ steps: 4 });
  });

  it("spends no entry of the script on a refusal", async () => {
    const { send } = start({ runs: [{ end: "rate_limited" }, {}] });
    expect((await send("generations", { quality: 5 })).status).toBe(422);
    expect((await send("generations", {})).status).toBe(429);
  });

  it("repeats them to the same key, and shows them in the state of the run", async () => {
    const { send, generate, fetch } = start();
    const { id, settings } = await generate({ seed: 3 });
    expect((await (await send("generations", { seed: 3 })).json()) as object).toMatchObject({ id, settings });
    const status = (await (await fetch(`${BASE}/generations/${id}`)).json()) as { settings?: unknown };
    expect(status.settings).toEqual(settings);
  });

  it("draws the same image for the same seed", async () => {
    const { generate, fetch } = start();
    const draw = async (seed: number, key: string) => {
      const { output } = await generate({ seed }, null, key);
      return Buffer.from(await (await fetch(output.imageUrl)).arrayBuffer()).toString("base64");
    };
    const [one, again, other] = [await draw(1, "a"), await draw(1, "b"), await draw(2, "c")];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it("answers what the script says was used", async () => {
    const { generate } = start({ runs: { generation: { settings: { seed: 4711 } } } });
    expect((await generate({ seed: 1 })).settings).toEqual({ seed: 4711 });
  });

  const about = conformanceCases().filter(
    ({ needs }) => needs.includes("settings") && !needs.includes("provider"),
  );

  it.each(about.map(({ name, run }) => [name, run] as const))("conforms: %s", async (_, run) => {
    const { fetch } = start();
    await run({ fetch, baseUrl: BASE });
  });

  it("leaves unproven what its model has no setting for, and fails nothing", async () => {
    const { imageModels, ...catalog } = fixtures.settingsCatalog;
    const settings = { properties: { tiled: { type: "boolean" } } } as const;
    const only = imageModels.slice(0, 1).map(({ price: _price, ...model }) => ({ ...model, settings }));
    const { fetch } = start({ catalog: { ...catalog, imageModels: only } });
    const outcomes = await Promise.all(
      about.map(({ run }) => run({ fetch, baseUrl: BASE }).catch((error: unknown) => error)),
    );
    expect(outcomes.filter((each) => each !== undefined && !(each instanceof NotApplicable))).toEqual([]);
    expect(outcomes.filter((each) => each === undefined).length).toBeGreaterThan(15);
    expect(outcomes.filter((each) => each instanceof NotApplicable).length).toBeGreaterThan(10);
  });

  it("does not judge by a catalog that can't be read", async () => {
    const { send } = start({ catalog: fixtures.problems.unauthorized });
    expect((await send("generations", {}, "acme/gone")).status).toBe(200);
  });
});
