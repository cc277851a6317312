import { describe, expect, it } from "vitest";
import {
  STREAM_EVENTS,
  createImageNodeConfig,
  generationSchema,
  generationStatusSchema,
  problemSchema,
  refreshedUrlSchema,
} from "image-generation-node/contract";
import {
  conformanceCases,
  createScriptedBackend,
  fixtures,
  inProcessFetch,
} from "image-generation-node/testing";
import type { Script, WireErrorKind } from "image-generation-node/testing";

const BASE = "http://localhost/api";

function start(script: Script = {}) {
  const backend = createScriptedBackend(script);
  const fetch = inProcessFetch(backend.handler);
  const post = (
    options: { key?: string; accept?: string; prefer?: string; body?: unknown; signal?: AbortSignal } = {},
  ) =>
    fetch(`${BASE}/generations`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": options.key ?? "k1",
        Accept: options.accept ?? "application/json",
        ...(options.prefer && { Prefer: options.prefer }),
      },
      body: JSON.stringify(options.body ?? fixtures.request),
      ...(options.signal && { signal: options.signal }),
    });
  return { ...backend, fetch, post };
}

const eventNames = (text: string) => [...text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
const STREAM = "text/event-stream, application/json;q=0.9";

describe("createScriptedBackend", () => {
  it("takes an empty text for what it is, and reads neither the template nor a text of another stage", async () => {
    const { handler } = createScriptedBackend();
    const fetch = inProcessFetch(handler);
    const config = createImageNodeConfig({ prompt: { template: "A fox", instructions: "Describe a fox" } });
    const writing = { ...config, prompt: { ...config.prompt, mode: "prompt_ai" } };
    const ask = async (path: string, body: object) => {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
      const response = await fetch(`${BASE}/${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as { kind?: string; stages?: { sent?: string } };
    };
    for (const path of ["prompts", "generations"]) {
      for (const body of [
        { config, input: { resolved: "" } },
        { config: writing, input: { resolved: " \n" } },
        { config: writing, input: { written: "" } },
      ]) {
        expect(await ask(path, body)).toMatchObject({ kind: "empty_prompt" });
      }
    }
    const { stages } = await ask("prompts", { config, input: { written: "A hound" } });
    expect(stages?.sent).toBe("A fox");
  });

  it("succeeds without a script, with a link that shows a picture of the size that it says", async () => {
    const { post, fetch } = start();
    const generation = generationSchema.parse(await (await post()).json());
    expect(generation.output.prompt).toBe("A noir illustration of a red fox");
    const picture = await fetch(generation.output.imageUrl);
    expect(picture.headers.get("Content-Type")).toBe("image/png");
    expect(new DataView(await picture.arrayBuffer()).getUint32(16)).toBe(generation.image.width);
  });

  it("streams every stage, and partial images when told to", async () => {
    const { post } = start({ runs: { partialImages: 2 } });
    const text = await (await post({ accept: STREAM })).text();
    expect(eventNames(text)).toEqual([
      ...["started", "stage", "prompt", "stage", "partial_image", "partial_image", "stage", "result"],
    ]);
    const last = text.trim().split("\n").at(-1)?.replace("data: ", "") ?? "";
    expect(STREAM_EVENTS.result.safeParse(JSON.parse(last)).success).toBe(true);
  });

  it.each(Object.keys(fixtures.problems) as WireErrorKind[])("ends with %s when told to", async (kind) => {
    const { post } = start({ runs: { end: kind } });
    const response = await post();
    const problem = problemSchema.parse(await response.json());
    expect([problem.kind, response.status]).toEqual([kind, fixtures.problems[kind].status]);
  });

  it("sends a failure after the start as an event", async () => {
    const { post } = start({ runs: { end: "content_blocked" } });
    expect(eventNames(await (await post({ accept: STREAM })).text()).at(-1)).toBe("error");
  });

  it("sends a kind that nobody knows", async () => {
    const { post } = start({ runs: { end: "internal", problem: { kind: "from_tomorrow", status: 418 } } });
    const response = await post();
    expect([response.status, ((await response.json()) as { kind: string }).kind]).toEqual([
      418,
      "from_tomorrow",
    ]);
  });

  it("plays one script after the other, and repeats the last", async () => {
    const { post } = start({ runs: [{ end: "rate_limited" }, {}, { end: "overloaded" }] });
    const statuses = [];
    for (const key of ["a", "b", "c", "d"]) statuses.push((await post({ key })).status);
    expect(statuses).toEqual([429, 200, 503, 503]);
  });

  it("waits for each stage as the test says", async () => {
    const waits: string[] = [];
    let go: () => void = () => {};
    const { post } = start({
      stageMs: 5,
      delay: (_ms, stage) => {
        waits.push(stage);
        return stage === "image" ? new Promise((resolve) => (go = resolve)) : Promise.resolve();
      },
    });
    const answer = post();
    await expect.poll(() => waits).toEqual(["prompt", "image"]);
    go();
    expect((await answer).status).toBe(200);
    expect(waits).toEqual(["prompt", "image", "store"]);
  });

  it.each([
    "cut",
    "no_terminal_event",
    "empty",
    "not_json",
    "bad_gateway",
    "contract_violation",
    "network",
  ] as const)("spoils the first answer (%s) and replays the picture to the same key", async (transport) => {
    const { post } = start({ runs: { transport } });
    const first = await post({ accept: STREAM })
      .then((response) => response.text())
      .catch(() => "lost");
    expect(eventNames(first)).toEqual(
      { no_terminal_event: ["started"], contract_violation: ["result"] }[transport as string] ?? [],
    );
    const again = await post();
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([200, "true"]);
  });

  it("stays silent until the caller leaves", async () => {
    const { post } = start({ runs: { transport: "no_answer" } });
    await expect(post({ signal: AbortSignal.timeout(20) })).rejects.toThrow();
    expect((await post()).status).toBe(200);
  });

  it("knows keys: in progress, mismatch, missing, freed when not charged", async () => {
    const { post } = start({ runs: [{ end: "never" }, { end: "content_blocked" }, {}] });
    expect((await post({ prefer: "respond-async" })).status).toBe(202);
    const running = await post();
    expect([running.status, ((await running.json()) as { id: string }).id]).toEqual([409, "gen_1"]);
    const other = await post({ body: { ...fixtures.request, variables: {} } });
    expect(((await other.json()) as { kind: string }).kind).toBe("idempotency_mismatch");
    expect((await post({ key: "k2" })).status).toBe(422);
    expect((await post({ key: "k2" })).status).toBe(200);
  });

  it("has runs: state, stream, cancel, late picture", async () => {
    const { post, fetch } = start({ runs: { end: "never", late: true } });
    const { id } = (await (await post({ prefer: "respond-async" })).json()) as { id: string };
    const url = `${BASE}/generations/${id}`;
    await expect
      .poll(async () => generationStatusSchema.parse(await (await fetch(url)).json()))
      .toMatchObject({ status: "running", stage: "image" });
    const live = fetch(url, { headers: { Accept: "text/event-stream" } }).then((response) => response.text());
    await new Promise((resolve) => setTimeout(resolve, 10));
    await fetch(url, { method: "DELETE" });
    const state = generationStatusSchema.parse(await (await fetch(url)).json());
    expect([state.status, state.problem?.kind]).toEqual(["cancelled", "cancelled"]);
    expect(state.late?.output.imageUrl).toContain("/attachments/");
    expect(eventNames(await live)).toEqual(["started", "stage", "error"]);
  });

  it("lets links end, refreshes them, and deletes pictures", async () => {
    const { post, fetch, change } = start({ linkTtlSeconds: -10 });
    const { output, image } = generationSchema.parse(await (await post()).json());
    expect(Date.parse(image.expiresAt)).toBeLessThan(Date.now());
    expect((await fetch(output.imageUrl)).status).toBe(410);
    const refresh = () => fetch(`${BASE}/attachments/${output.attachmentId}/url`, { method: "POST" });
    const { imageUrl } = refreshedUrlSchema.parse(await (await refresh()).json());
    expect((await fetch(imageUrl)).status).toBe(200);
    change({ deleted: true });
    expect(((await (await refresh()).json()) as { kind: string }).kind).toBe("attachment_deleted");
    expect((await fetch(imageUrl)).status).toBe(410);
  });

  it("has any catalog, or a refusal in its place", async () => {
    const { fetch, change } = start({ catalog: fixtures.emptyCatalog });
    expect(
      ((await (await fetch(`${BASE}/catalog`)).json()) as { imageModels: unknown[] }).imageModels,
    ).toEqual([]);
    change({ catalog: fixtures.problems.unauthorized });
    expect((await fetch(`${BASE}/catalog`)).status).toBe(401);
  });

  it("refuses a missing variable and names it", async () => {
    const { post } = start();
    const response = await post({ body: { ...fixtures.request, variables: {} } });
    const problem = problemSchema.parse(await response.json());
    expect(problem.errors?.[0]).toMatchObject({ variable: "trigger.output.style" });
  });

  it("previews the prompt", async () => {
    const { fetch } = start();
    const init = { method: "POST", body: JSON.stringify(fixtures.request) };
    const preview = (await (await fetch(`${BASE}/prompts`, init)).json()) as { stages: { resolved: string } };
    expect(preview.stages.resolved).toBe("A noir illustration of a red fox");
  });

  it("gives object URLs when told to, which need no server", async () => {
    const { post } = start({ links: "blob" });
    const { output } = generationSchema.parse(await (await post()).json());
    expect(output.imageUrl).toMatch(/^blob:/);
    expect((await fetch(output.imageUrl)).headers.get("Content-Type")).toBe("image/png");
  });

  it("remembers every request as it came", async () => {
    const { post, requests } = start();
    await post({ key: "k9" });
    expect(requests).toEqual([
      expect.objectContaining({
        method: "POST",
        operation: "generations",
        idempotencyKey: "k9",
        body: fixtures.request,
      }),
    ]);
  });

  it("keeps the contract's rules that a script does not break", async () => {
    const { fetch } = start();
    const context = { fetch, baseUrl: BASE };
    const kept =
      /^(the same key with|another body under|the same JSON|a replayed|a stream (begins|ends)|two requests)/;
    const cases = conformanceCases({ catalog: fixtures.catalog }).filter(({ name }) => kept.test(name));
    expect(cases.length).toBeGreaterThan(6);
    for (const { run } of cases) await run(context);
  });
});
