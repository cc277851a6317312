import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createGenerationRunner, memoryRunStore, memoryStorage } from "image-generation-node/server";
import type {
  GenerateImageRequest,
  GenerationJob,
  ImageNodeHandlerOptions,
  RunStore,
  Settlement,
  SpendingOptions,
} from "image-generation-node/server";
import { createPng } from "image-generation-node/testing";
import { BASE, body, createTestBackend, until } from "./testBackend.js";

const IMAGE = createPng({ width: 16, height: 16 });
const STEP_MS = 5_000;

/** End of one image model's call, and what becomes of its run meanwhile. */
const plan = fc.record({
  end: fc.constantFrom("image", "free", "unknown", "unknown but made", "never"),
  /** Milliseconds that the model takes: at once, within its time, late, and too late. */
  takesMs: fc.constantFrom(0, 7_000, 55_000, 70_000, 170_000, 400_000),
  heedsAbort: fc.boolean(),
  cancelAfterMs: fc.option(fc.constantFrom(0, 5_000, 20_000, 60_000, 100_000), { nil: null }),
  /** Times that the host fails to settle it. */
  settleFails: fc.nat({ max: 7 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

/** Death of a process: at its nth call of the run store, heard by the store or not. */
const death = fc.option(fc.record({ atCall: fc.integer({ min: 1, max: 40 }), isHeard: fc.boolean() }), {
  nil: null,
});
type Death = { readonly atCall: number; readonly isHeard: boolean } | null;

/** Process of a host: once it is dead, it hears nothing and says nothing. */
function createProcess(dies: Death) {
  let calls = 0;
  let isDead = false;
  const nothing = () => new Promise<never>(() => undefined);
  const over = (runs: RunStore): RunStore =>
    new Proxy(runs, {
      get(target, name: keyof RunStore) {
        const member = target[name];
        if (typeof member !== "function") return member;
        return async (...given: unknown[]) => {
          if (isDead) return nothing();
          calls += 1;
          if (calls !== dies?.atCall) return Reflect.apply(member, target, given) as unknown;
          isDead = true;
          if (dies.isHeard) await Reflect.apply(member, target, given);
          return nothing();
        };
      },
    });
  return { over, nothing, isDead: () => isDead };
}

/** A host with its account, its model and as many processes as it starts. */
function createHost(plans: readonly Plan[]) {
  const reserved = new Map<string, number>();
  const settlements: Settlement[] = [];
  const made = new Set<string>();
  const fails = new Map<string, number>();
  const runs = memoryRunStore();
  const storage = memoryStorage();
  const planOf = (nodeId: string | undefined) => plans[Number(nodeId)] as Plan;
  const idOf = (nodeId: string | undefined) => [...reserved].find(([, node]) => node === Number(nodeId))?.[0];

  const reserve: SpendingOptions["reserve"] = async ({ id, context }) => {
    reserved.set(id, Number(context.nodeId));
    return { ok: true, token: `token of ${id}` };
  };
  const settle: SpendingOptions["settle"] = async (settlement) => {
    const { id } = settlement;
    const failed = fails.get(id) ?? 0;
    fails.set(id, failed + 1);
    const node = reserved.get(id);
    if (node !== undefined && failed < planOf(String(node)).settleFails) throw new Error("Not now.");
    settlements.push(settlement);
  };
  const generate = async ({ context, signal }: GenerateImageRequest): Promise<Uint8Array> => {
    const { end, takesMs, heedsAbort } = planOf(context.nodeId);
    await new Promise<void>((resolve, reject) => {
      if (end !== "never") setTimeout(resolve, takesMs);
      if (heedsAbort) signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
    if (end === "image" || end === "unknown but made") made.add(idOf(context.nodeId) ?? "");
    if (end === "image") return IMAGE;
    throw end === "free"
      ? Object.assign(new Error("No."), { statusCode: 401 })
      : new Error("The line broke.");
  };
  const start = (dies: Death) => {
    const { over, nothing, isDead } = createProcess(dies);
    const alive =
      <Given, Answer>(call: (given: Given) => Answer | Promise<Answer>) =>
      async (given: Given): Promise<Answer> => {
        if (isDead()) return nothing();
        const answer = await call(given);
        return isDead() ? nothing() : answer;
      };
    const options = {
      runs: over(runs),
      storage,
      imageModels: { "test/painter": { model: { generate: alive(generate) } } },
      signingSecret: "a secret for tests only, long enough to be taken",
      spending: { reserve: alive(reserve), settle: alive(settle) },
      toPng: async (bytes) => bytes,
      hooks: { onError: () => undefined },
    } satisfies Partial<ImageNodeHandlerOptions>;
    return {
      isDead,
      handler: (dispatch?: ImageNodeHandlerOptions["dispatch"]) =>
        createTestBackend({ ...options, dispatch }),
      worker: () => createGenerationRunner({ ...options, publicUrl: BASE }),
    };
  };
  return { runs, reserved, settlements, made, start };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
});
afterEach(() => void vi.useRealTimers());

/** Lets work go on that waits for no clock. */
async function turn(): Promise<void> {
  for (let count = 0; count < 4; count += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Carries all out until nothing is open any more. */
async function live(plans: readonly Plan[], isQueued: boolean, deaths: readonly [Death, Death]) {
  const host = createHost(plans);
  const [first, second] = deaths.map((dies) => host.start(dies));
  const survivor = host.start(null);
  const queue: { job: GenerationJob; by: number }[] = [];
  const dispatch = async (job: GenerationJob) => void queue.push({ job, by: 0 });
  const backend = first?.handler(isQueued ? dispatch : undefined);
  const watcher = survivor.handler(isQueued ? dispatch : undefined);
  const workers = [second?.worker(), survivor.worker()];
  const ids = async () => (await host.runs.openReservations?.(Infinity, 99))?.map(({ id }) => id) ?? [];

  let answers = 0;
  plans.forEach((_, index) => {
    const request = body({}, { context: { nodeId: String(index) } });
    void backend?.post("/generations", request, { Prefer: "respond-async" }).then(() => (answers += 1));
  });
  await until(() => answers === plans.length || first?.isDead() === true);
  for (let passed = 0; passed < 1_500_000; passed += STEP_MS) {
    await turn();
    // Each is delivered, and delivered again when its worker is dead.
    for (const entry of queue) {
      const isFirst = entry.by === 0;
      if (!isFirst && !(entry.by === 1 && second?.isDead())) continue;
      entry.by += 1;
      void workers[entry.by - 1]?.execute(entry.job).catch(() => undefined);
    }
    for (const [id, node] of host.reserved) {
      const { cancelAfterMs } = plans[node] as Plan;
      const isTime = cancelAfterMs !== null && cancelAfterMs <= passed && cancelAfterMs > passed - STEP_MS;
      if (isTime) await watcher.remove(`/generations/${id}`);
    }
    await watcher.get("/catalog");
    await turn();
    if (passed > 0 && (await ids()).length === 0) break;
    await vi.advanceTimersByTimeAsync(STEP_MS);
  }
  return { ...host, open: await ids() };
}

it("settles each reservation, however runs and processes end", async () => {
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(plan, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.tuple(death, death),
      async (plans, isQueued, deaths) => {
        const { reserved, settlements, made, open } = await live(plans, isQueued, deaths);
        expect(open).toEqual([]);
        const told = new Map(settlements.map((settlement) => [settlement.id, settlement]));
        expect([...reserved.keys()].filter((id) => !told.has(id))).toEqual([]);
        // Of a run that was never reserved, a host is told without a token at most.
        const strange = settlements.filter(({ id, token }) => !reserved.has(id) && token !== null);
        expect(strange).toEqual([]);
        for (const { id, charged } of settlements) {
          ends.add(String(charged));
          if (charged === true) expect(made).toContain(id);
          if (charged === false) expect(made).not.toContain(id);
        }
        const sure = [...told.values()].filter(({ charged }) => charged === true).length;
        const unknown = [...told.values()].filter(
          ({ id, charged }) => charged === null && made.has(id),
        ).length;
        expect(sure).toBe(made.size - unknown);
        const hasDeath = deaths.some((dies) => dies !== null);
        if (!hasDeath) expect(settlements).toHaveLength(reserved.size);
        if (!hasDeath) expect(reserved.size).toBe(plans.length);
      },
    ),
    { numRuns: 150 },
  );
  expect(ends).toEqual(new Set(["true", "false", "null"]));
}, 120_000);
