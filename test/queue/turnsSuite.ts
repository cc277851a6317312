import { expect, it } from "vitest";
import type { EngineQueue } from "../../src/server/queue/GenerationEngine.js";
import type { RunTurns } from "../../src/server/queue/turns/RunTurns.js";

/** A line-up of its own: a queue that nobody else uses, and a clock that is set by hand. */
function lineUp(open: (now: () => number) => RunTurns, limit?: EngineQueue["limit"]) {
  const clock = { now: 1_700_000_000_000 };
  const queue: EngineQueue = { name: `queue ${crypto.randomUUID()}`, limit };
  // Two processes: whatever is known is known to the store.
  const processes = [open(() => clock.now), open(() => clock.now)] as const;
  let turn = 0;
  const turns = () => processes[(turn += 1) % 2] ?? processes[0];
  // Ids are unique, as those of runs are.
  const mark = `${crypto.randomUUID()}-`;
  const plain = (ids: readonly string[]) => ids.map((id) => id.replace(mark, ""));
  return {
    clock,
    queue,
    mark,
    turns,
    async enter(scope: string, id: string, patienceMs = 30_000) {
      const answer = await turns().enter({ queue, scope, id: mark + id, until: clock.now + patienceMs });
      return { ...answer, ready: plain(answer.ready) };
    },
    leave: async (id: string, isStart = true) =>
      plain(await turns().leave({ queue, id: mark + id, isStart })),
    async overdue(readyForMs = 5_000) {
      const { ready, expired, expiredReady, isFull } = await turns().overdue(queue, readyForMs);
      return {
        ready: plain(ready),
        expired: plain(expired).sort(),
        expiredReady: plain(expiredReady).sort(),
        isFull,
      };
    },
  };
}

const admitted = (...ready: string[]) => ({ ready, refusedMs: null });

/** What the lines of every shared run store do. Two processes get one each from `open`. */
export function describeTurns(open: (now: () => number) => RunTurns): void {
  it("makes two runs of a workspace ready, and the next with each that leaves", async () => {
    const { enter, leave } = lineUp(open);
    expect(await enter("a", "a1")).toEqual(admitted("a1"));
    expect(await enter("a", "a2")).toEqual(admitted("a2"));
    expect(await enter("a", "a3")).toEqual(admitted());
    expect(await enter("a", "a4")).toEqual(admitted());
    expect(await leave("a1")).toEqual(["a3"]);
    expect(await leave("a3")).toEqual(["a4"]);
    expect(await leave("a2")).toEqual([]);
    expect(await leave("a4")).toEqual([]);
  });

  it("lets workspaces take turns, whoever came first with how many", async () => {
    const { enter, leave } = lineUp(open);
    const engine: string[] = [];
    const send = async (scope: string, id: string) => engine.push(...(await enter(scope, id)).ready);
    for (let index = 1; index <= 8; index += 1) await send("a", `a${index}`);
    for (let index = 1; index <= 3; index += 1) await send("b", `b${index}`);
    await send("c", "c1");
    const started: string[] = [];
    for (let id = engine.shift(); id !== undefined; id = engine.shift()) {
      started.push(id);
      engine.push(...(await leave(id)));
    }
    expect(started).toEqual(["a1", "a2", "b1", "b2", "c1", "a3", "a4", "b3", "a5", "a6", "a7", "a8"]);
  });

  it("keeps the lines of two queues apart", async () => {
    const [first, second] = [lineUp(open), lineUp(open)];
    for (const id of ["a1", "a2", "a3"]) await first.enter("a", id);
    expect(await second.enter("a", "other")).toEqual(admitted("other"));
    // Whoever takes a run back asks each queue.
    expect(
      await second.turns().leave({ queue: second.queue, id: first.mark + "a1", isStart: false }),
    ).toEqual([]);
    expect(await first.leave("a1")).toEqual(["a3"]);
    // What is told again of a leaving is told to its own queue.
    const again = { queue: second.queue, id: first.mark + "a1", isStart: false };
    expect(await second.turns().leave(again)).toEqual([]);
  });

  it.each([
    ['a","b', "a", 'b"'],
    ["a:1", "a", "a:"],
    ["a b", "a  b", "a"],
    ["a\u0000", "a", "A"],
    ["{a}", "{a", "ä"],
  ])("keeps workspaces apart that are spelled %j, %j and %j", async (...scopes) => {
    const { enter } = lineUp(open);
    for (const scope of scopes) {
      const ids = [1, 2, 3].map(() => `gen_${crypto.randomUUID()}`);
      const answers = [];
      for (const id of ids) answers.push(...(await enter(scope, id)).ready);
      expect(answers).toEqual(ids.slice(0, 2));
    }
  });

  it("answers a call that is repeated as it did before", async () => {
    const { enter, leave } = lineUp(open);
    const twice = async <Answer>(call: () => Promise<Answer>) => [await call(), await call()];
    for (const id of ["a1", "a2"]) {
      expect(await twice(() => enter("a", id))).toEqual([admitted(id), admitted(id)]);
    }
    for (const id of ["a3", "a4"]) {
      expect(await twice(() => enter("a", id))).toEqual([admitted(), admitted()]);
    }
    expect(await twice(() => leave("a1"))).toEqual([["a3"], ["a3"]]);
    expect(await twice(() => leave("a2"))).toEqual([["a4"], ["a4"]]);
    await leave("a3");
    expect(await leave("a1")).toEqual([]);
    expect(await twice(() => leave("gen_unknown"))).toEqual([[], []]);
  });

  it("never delivers a held run that has left, and makes no room by it", async () => {
    const { enter, leave } = lineUp(open);
    for (const id of ["a1", "a2", "a3", "a4"]) await enter("a", id);
    expect(await leave("a3", false)).toEqual([]);
    expect(await leave("a1")).toEqual(["a4"]);
  });

  it("makes each ready once, however many come and leave at once", async () => {
    const { enter, leave } = lineUp(open);
    const seen: string[] = [];
    const work = async (ids: readonly string[]): Promise<void> => {
      seen.push(...ids);
      await Promise.all(ids.map(async (id) => work(await leave(id))));
    };
    const ids = Array.from({ length: 60 }, (_, index) => `a${index}`);
    await Promise.all(ids.map(async (id) => work((await enter("a", id)).ready)));
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it("holds all but two of thirty that come at once", async () => {
    const { enter } = lineUp(open);
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => enter("a", `a${index}`)));
    expect(answers.flatMap(({ ready }) => ready)).toHaveLength(2);
  });

  it("takes out what waited too long, tells of each once, and lets the next through", async () => {
    const { enter, overdue, clock } = lineUp(open);
    for (const id of ["a1", "a2", "a3"]) await enter("a", id, 1_000);
    await enter("a", "a4", 60_000);
    await enter("b", "b1", 60_000);
    clock.now += 1_000;
    expect(await overdue()).toEqual({
      ready: ["a4"],
      expired: ["a3"],
      expiredReady: ["a1", "a2"],
      isFull: false,
    });
    expect(await overdue()).toEqual({ ready: [], expired: [], expiredReady: [], isFull: false });
  });

  it("is not held up by runs whose process died and that nobody takes out", async () => {
    const { enter, leave, clock } = lineUp(open);
    for (const id of ["a1", "a2", "a3"]) await enter("a", id, 1_000);
    clock.now += 1_000;
    expect(await enter("a", "a4")).toEqual(admitted("a4"));
    expect(await enter("a", "a5")).toEqual(admitted("a5"));
    expect(await enter("a", "a6")).toEqual(admitted());
    expect(await leave("a1")).toEqual([]);
    expect(await leave("a4")).toEqual(["a6"]);
  });

  it("finds what was made ready long ago and never started, once in each while", async () => {
    const { enter, overdue, clock } = lineUp(open);
    for (const id of ["a1", "a2", "a3"]) await enter("a", id);
    clock.now += 4_999;
    expect((await overdue()).ready).toEqual([]);
    clock.now += 1;
    expect((await overdue()).ready).toEqual(["a1", "a2"]);
    expect((await overdue()).ready).toEqual([]);
    clock.now += 5_000;
    expect((await overdue()).ready).toEqual(["a1", "a2"]);
  });

  it("takes out a hundred at a time, and says that there are more", async () => {
    const { enter, overdue, clock } = lineUp(open);
    for (let index = 0; index < 120; index += 1) await enter("a", `a${index}`, 1_000);
    clock.now += 1_000;
    const [first, second] = [await overdue(), await overdue()];
    expect([first, second].map(({ isFull }) => isFull)).toEqual([true, false]);
    const all = [first, second].flatMap(({ expired, expiredReady }) => [...expired, ...expiredReady]);
    expect(new Set(all).size).toBe(120);
  });

  describeLimits(open);
}

function describeLimits(open: (now: () => number) => RunTurns): void {
  const TEN_A_SECOND = { max: 10, durationMs: 1_000 };
  const burst = async (enter: ReturnType<typeof lineUp>["enter"], count: number) => {
    const answers = [];
    for (let index = 0; index < count; index += 1) answers.push(await enter("a", `a${index}`, 3_000));
    return answers;
  };

  it("admits what the limit lets start in time, and tells each other one a later moment, at the limit's rate", async () => {
    const { enter } = lineUp(open, TEN_A_SECOND);
    const answers = await burst(enter, 200);
    expect(answers.map(({ refusedMs }) => refusedMs)).toEqual([
      ...Array.from({ length: 30 }, () => null),
      ...Array.from({ length: 170 }, (_, index) => 3_000 + index * 100),
    ]);
  });

  it("admits each that comes again when it was told, and it starts at once", async () => {
    const { enter, leave, clock } = lineUp(open, TEN_A_SECOND);
    const answers = await burst(enter, 200);
    const start = clock.now;
    const engine = answers.flatMap(({ ready }) => [...ready]);
    for (const second of [0, 1, 2]) {
      clock.now = start + second * 1_000;
      for (let started = 0; started < 10; started += 1) engine.push(...(await leave(engine.shift() ?? "")));
    }
    expect(engine).toEqual([]);
    for (const [index, { refusedMs }] of answers.entries()) {
      if (refusedMs === null) continue;
      clock.now = start + refusedMs;
      expect(await enter("a", `again-${index}`, 3_000)).toEqual(admitted(`again-${index}`));
      await leave(`again-${index}`);
    }
  });

  it("counts what has started in the span, and not what left without a start", async () => {
    const { enter, leave, clock } = lineUp(open, { max: 2, durationMs: 60_000 });
    expect(await enter("a", "a1")).toEqual(admitted("a1"));
    await leave("a1", false);
    for (const id of ["a2", "a3"]) {
      expect(await enter("a", id)).toEqual(admitted(id));
      await leave(id);
    }
    expect((await enter("a", "a4")).refusedMs).toBe(60_000);
    clock.now += 25_000;
    expect((await enter("b", "b1")).refusedMs).toBe(60_000);
    // The next span begins within its patience.
    clock.now += 10_000;
    expect(await enter("a", "a5")).toEqual(admitted("a5"));
  });

  it("takes a start beyond a full span for the first of the next", async () => {
    const { enter, leave, clock } = lineUp(open, { max: 1, durationMs: 10_000 });
    for (const wait of [0, 9_990]) {
      clock.now += wait;
      const { ready } = await enter("a", `a${wait}`, 60_000);
      await leave(ready[0] ?? "");
    }
    clock.now += 100;
    expect((await enter("a", "next", 5_000)).refusedMs).toBe(10_000);
  });

  it("asks a workspace only for its own place in the ring", async () => {
    const { enter } = lineUp(open, TEN_A_SECOND);
    await burst(enter, 100);
    expect(await enter("b", "b1", 1_000)).toEqual(admitted("b1"));
    expect((await enter("a", "a200", 3_000)).refusedMs).not.toBeNull();
  });

  it("puts nobody's moment off because another workspace was refused often", async () => {
    const { enter } = lineUp(open, { max: 1, durationMs: 10_000 });
    await enter("a", "a0", 3_000);
    for (let index = 1; index < 50; index += 1) await enter("a", `a${index}`, 3_000);
    // One of its own is ahead; the other's fifty are not. Two that were refused share the rate.
    expect((await enter("b", "b1", 3_000)).refusedMs).toBe(20_000);
    expect((await enter("b", "b2", 3_000)).refusedMs).toBe(40_000);
  });

  it("forgets what it promised as time goes by", async () => {
    const { enter, leave, clock } = lineUp(open, { max: 1, durationMs: 10_000 });
    await enter("a", "a0", 3_000);
    for (let index = 1; index < 10; index += 1) await enter("a", `a${index}`, 3_000);
    clock.now += 200_000;
    await leave("a0");
    expect((await enter("a", "later", 3_000)).refusedMs).toBe(10_000);
  });

  it("promises nothing beyond an hour, and begins anew", async () => {
    const { enter } = lineUp(open, { max: 1, durationMs: 600_000 });
    await enter("a", "a0", 3_000);
    const told = [];
    for (let index = 1; index <= 8; index += 1) told.push((await enter("a", `a${index}`, 3_000)).refusedMs);
    expect(told).toEqual(
      [600, 1_200, 1_800, 2_400, 3_000, 3_600, 4_200, 600].map((seconds) => seconds * 1_000),
    );
  });

  it("lets one that is repeated in, whatever came since", async () => {
    const { enter } = lineUp(open, { max: 1, durationMs: 10_000 });
    expect(await enter("a", "a0", 3_000)).toEqual(admitted("a0"));
    expect(await enter("a", "a0", 3_000)).toEqual(admitted("a0"));
  });
}
