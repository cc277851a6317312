import { describe, expect, it } from "vitest";
import type { JournalEntry } from "../../../src/server/journal/JournalEntry.js";
import { json, setUpFetch } from "./setUpFetch.js";

describe("fal, asked over its queue", () => {
  const place = (more = {}) => ({
    request_id: "1",
    status_url: "https://queue.fal.run/fal-ai/flux/requests/1/status",
    response_url: "https://queue.fal.run/fal-ai/flux/requests/1",
    ...more,
  });
  const ask = (answers: readonly (() => Response)[], entry?: JournalEntry) => {
    const set = setUpFetch(answers, entry);
    const answer = set.ask("https://fal.run/fal-ai/flux/dev", { prompt: "a" }, { Authorization: "Key k" });
    return { ...set, answer };
  };
  const done = () => json(200, { status: "COMPLETED" });

  it("answers as fal does directly", async () => {
    const result = { images: [{ url: "https://v3.fal.media/1.png" }] };
    const { answer, sent } = ask([() => json(200, place()), done, () => json(200, result)]);
    expect(await (await answer).json()).toEqual(result);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST https://queue.fal.run/fal-ai/flux/dev",
      "GET https://queue.fal.run/fal-ai/flux/requests/1/status",
      "GET https://queue.fal.run/fal-ai/flux/requests/1",
    ]);
    expect(sent.map(({ headers }) => headers.get("Authorization"))).toEqual(["Key k", "Key k", "Key k"]);
  });

  it("hands a refusal of the submit and a fault of the input on", async () => {
    expect((await ask([() => json(401, { detail: "no" })]).answer).status).toBe(401);
    const billed = () => json(422, { detail: [] }, { "X-Fal-Billable-Units": "1" });
    const answer = await ask([() => json(200, place()), done, billed]).answer;
    expect([answer.status, answer.headers.get("X-Fal-Billable-Units")]).toEqual([422, "1"]);
  });

  it.each([
    ["refuses to tell the result", () => json(404, { detail: "no" })],
    ["fails to tell the result", () => json(500, { detail: "no" })],
  ])("leaves it open whether an image was paid where the queue %s", async (_, answer) => {
    await expect(ask([() => json(200, place()), done, answer]).answer).rejects.toMatchObject({
      kind: "provider_error",
      charged: null,
    });
  });

  it("takes a failure for fal's own word where that says so, after some looks", async () => {
    const failed = () => json(500, { detail: "The runner failed." });
    const told = ask([() => json(200, place()), done, failed, failed, failed, failed]);
    await expect(told.answer).rejects.toMatchObject({ kind: "provider_error", charged: null });
    expect(told.call?.isAway).toBe(false);
    const away = () => new Response("<p>Bad gateway", { status: 502 });
    const gateway = ask([() => json(200, place()), done, away, away, away, away]);
    await expect(gateway.answer).rejects.toMatchObject({ charged: null });
    expect(gateway.call?.isAway).toBe(true);
  });

  it("takes a result that comes after a failure", async () => {
    const answers = [() => json(200, place()), done, () => json(503, {}), () => json(200, { images: [] })];
    expect((await ask(answers).answer).status).toBe(200);
  });

  it("looks again where a look fails", async () => {
    const { answer } = ask([
      () => json(200, place()),
      () => json(503, {}),
      done,
      () => json(200, { images: [] }),
    ]);
    expect((await answer).status).toBe(200);
  });

  it.each([
    ["elsewhere", { status_url: "https://api.example.com/status" }],
    ["inside the network", { status_url: "https://127.0.0.1/status" }],
    ["nowhere", { status_url: undefined }],
  ])("takes its key to no address %s", async (_, more) => {
    const { answer, sent } = ask([() => json(200, place(more)), done]);
    await expect(answer).rejects.toMatchObject({ kind: "provider_error", charged: null });
    expect(sent).toHaveLength(1);
  });
});
