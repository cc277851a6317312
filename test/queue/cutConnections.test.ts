import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "./machines/buildProgram.js";
import { CUTS } from "./machines/createCutter.js";
import type { Cut } from "./machines/createCutter.js";
import { generateWhatever } from "./machines/generateWhatever.js";
import { judgeEnds } from "./machines/judgeEnds.js";
import { openChaos } from "./machines/openChaos.js";
import type { Chaos, Engine } from "./machines/openChaos.js";
import { hasRedis } from "./redisServer.js";

const COUNT = 12;

/** A handler and a worker as processes, whose connections are cut again and again, all of a kind at a time. */
function describeCuts(engine: Engine): void {
  let chaos: Chaos;
  const cuts = new Map<Cut, number>();
  let cutting: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    const program = await buildProgram();
    // Each call of the model is a moment: all that stands open for this generation and the others is cut in the middle of it.
    const onCall = (_: unknown, { length }: { readonly length: number }) => {
      const kind = CUTS[length % CUTS.length] ?? "idle";
      cutting = cutting.then(async () => {
        cuts.set(kind, (cuts.get(kind) ?? 0) + (await chaos.cutter.cut(kind, true)));
      });
    };
    chaos = await openChaos({ engine, program, callMs: 200, onCall });
    await Promise.all([chaos.machines.start("handler", chaos.ports[0]), chaos.machines.start("worker")]);
  });
  afterAll(() => chaos.stop());

  it("ends every generation well, whichever connections are cut under it", { timeout: 180_000 }, async () => {
    const base = chaos.bases.slice(0, 1);
    const lane = async (first: number) => {
      const ends = [];
      for (let index = first; index < COUNT; index += 3) ends.push(await generateWhatever(base, index));
      return ends;
    };
    let isOver = false;
    // Without the process nothing would ever end.
    const died = (async () => {
      while (!isOver && chaos.machines.exits.length === 0)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return [];
    })();
    const seen = (await Promise.race([Promise.all([lane(0), lane(1), lane(2)]), died])).flat();
    isOver = true;
    expect(chaos.machines.exits).toEqual([]);
    await cutting;
    const { faults, figures } = await judgeEnds(chaos, seen);
    expect(faults).toEqual([]);
    expect(figures).toMatchObject({ succeeded: COUNT, killed: 0, "asked again by callers": 0 });
    // A busy connection is met by chance.
    for (const kind of ["idle", "listener", "queue", "waiting"] as const) {
      expect(cuts.get(kind), kind).toBeGreaterThan(0);
    }
  });
}

describe("connections that are cut, over PostgreSQL", () => describeCuts("postgres"));
if (hasRedis) describe("connections that are cut, over Redis", () => describeCuts("redis"));
