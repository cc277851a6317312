import { afterAll, beforeAll, expect, it } from "vitest";
import { memoryRunStore, memoryStorage } from "image-generation-node/server";
import type { AttachmentStorage } from "image-generation-node/server";
import { createImage } from "../testBackend.js";
import { age, begin, bodyOf, never, untilEnded } from "./journalHelpers.js";
import { createPollerModels } from "./pollerModels.js";
import { startPollers } from "./startPollers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

let pollers: Pollers;
beforeAll(async () => {
  pollers = await startPollers(await createImage(64, 64));
});
afterAll(() => pollers.close());

it("counts a prompt and an image once where a process died between its arrival and its storing", async () => {
  const storage = memoryStorage();
  const price = { currency: "USD", min: "0.04", max: "0.04" };
  const models: typeof createPollerModels = (origin, runs) => {
    const all = createPollerModels(origin, runs);
    return { ...all, luma: { ...all.luma, price } };
  };
  const runs = memoryRunStore();
  const promptModels = { writer: { model: { write: () => Promise.resolve("counted once") }, price } };
  let arrived: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const put: AttachmentStorage["put"] = () => {
    arrived();
    return never() as unknown as ReturnType<AttachmentStorage["put"]>;
  };
  const options = { runs, promptModels, models };
  const first = startProcess(pollers.origin, { ...options, storage: { ...storage, put } });
  const { config, ...more } = bodyOf("luma", "");
  const prompt = { ...config.prompt, mode: "prompt_ai", instructions: "a fox" };
  const id = await begin(first, { ...more, config: { ...config, prompt } }, "counted-once");
  await arrival;
  first.die();
  await age(runs, id);
  const ended = await untilEnded(startProcess(pollers.origin, { ...options, storage }), id);
  expect(ended.status).toBe("succeeded");
  expect(ended.usage?.items.map(({ kind }) => kind)).toEqual(["prompt", "image"]);
  expect(pollers.count("counted once")).toBe(1);
});
