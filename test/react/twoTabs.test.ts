import fc from "fast-check";
import { createGeneration } from "image-generation-node/client";
import type { GenerateOptions, GenerationStore, ImageNodeClient } from "image-generation-node/client";
import { createImageNodeConfig, ImageNodeError } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { createRunHistory } from "../../src/react/preview/history/createRunHistory.js";
import type { RunHistory } from "../../src/react/preview/history/createRunHistory.js";
import { createFakeClient } from "./fakeClient.js";
import { generationOf } from "./samples.js";

interface Wait {
  options: Pick<GenerateOptions, "onEvent">;
  resolve: (generation: Generation) => void;
  reject: (error: ImageNodeError) => void;
}

/** Run on the back end; it is paid when it begins. */
interface Run {
  id: string;
  key: string;
  isTold: boolean;
  end?: Generation | ImageNodeError;
  waits: Set<Wait>;
}

/** Back end in memory, with keys and runs that outlive every page. */
function createBackend() {
  const runs: Run[] = [];
  function join(run: Run, options: GenerateOptions, isAlive: () => boolean): Promise<Generation> {
    return new Promise((resolve, reject) => {
      if (run.end) return run.end instanceof Error ? reject(run.end) : resolve(run.end);
      const wait = { options, resolve, reject };
      run.waits.add(wait);
      options.signal?.addEventListener("abort", () => {
        run.waits.delete(wait);
        if (isAlive()) reject(options.signal?.reason as Error);
      });
      if (run.isTold) tellOne(run, wait);
    });
  }
  const tellOne = (run: Run, { options }: Wait) =>
    options.onEvent?.({ event: "started", data: { id: run.id } } as never);
  return {
    runs,
    tell(run: Run) {
      run.isTold = true;
      for (const wait of run.waits) tellOne(run, wait);
    },
    end(run: Run, end: Generation | ImageNodeError) {
      if (run.end) return;
      run.end = end;
      for (const { resolve, reject } of run.waits) {
        if (end instanceof Error) reject(end);
        else resolve(end);
      }
      run.waits.clear();
    },
    /** Breaks every connection of a run. The pages know its id, at least from the error. */
    cut(run: Run) {
      for (const wait of run.waits)
        wait.reject(new ImageNodeError({ kind: "network", charged: null, id: run.id }));
      run.waits.clear();
    },
    /** Client of one page. A page that was left hears nothing any more. */
    connect(isAlive: () => boolean): ImageNodeClient {
      const leave = () => new Promise<never>(() => undefined);
      return {
        ...createFakeClient().client,
        generate(_request, options = {}) {
          if (!isAlive()) return leave();
          const key = options.idempotencyKey ?? "";
          let run = runs.find((known) => known.key === key);
          if (!run) {
            run = { id: `gen_${runs.length}`, key, isTold: false, waits: new Set() };
            runs.push(run);
          }
          return join(run, options, isAlive);
        },
        rejoin(id, options = {}) {
          const run = runs.find((known) => known.id === id);
          return run && isAlive() ? join(run, options, isAlive) : leave();
        },
      };
    },
  };
}

interface Panel {
  store: GenerationStore;
  history: RunHistory;
}

const PANELS = 2;

/** Two tabs of two panels each show one node over one storage. */
function createWorld() {
  const backend = createBackend();
  const items = new Map<string, string>();
  let intents = 0;

  function openPage() {
    const page = { isAlive: true, panels: [] as Panel[] };
    const isAlive = () => page.isAlive;
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void (page.isAlive && items.set(key, value)),
      removeItem: (key: string) => void (page.isAlive && items.delete(key)),
    };
    const client = backend.connect(isAlive);
    for (let index = 0; index < PANELS; index += 1) {
      const store = createGeneration(client, { storage, slot: "n4" });
      const history = createRunHistory(store, storage, "n4");
      history.subscribe(() => undefined);
      page.panels.push({ store, history });
    }
    return page;
  }
  const pages = [openPage(), openPage()];

  return {
    backend,
    panel: (index: number) => pages[index % 2]?.panels[(index >> 1) % PANELS] as Panel,
    start(panel: Panel) {
      intents += 1;
      const config = createImageNodeConfig({ prompt: { template: `Intent ${intents}` } });
      void panel.store.start({ config });
    },
    reload(index: number) {
      const page = pages[index % 2];
      if (page) page.isAlive = false;
      pages[index % 2] = openPage();
    },
    /** Lists the images that somebody who comes now is shown. */
    async look(): Promise<string[]> {
      const page = openPage();
      await settle();
      const shown = page.panels[0]?.history.getSnapshot().map((entry) => entry.generation.id) ?? [];
      page.isAlive = false;
      return shown;
    },
  };
}

/** Lets everything that waits for nothing from outside come to its end. */
async function settle() {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

type World = ReturnType<typeof createWorld>;
const refusal = new ImageNodeError({ kind: "content_blocked", charged: false });

const ACTIONS: Record<string, (world: World, index: number) => void> = {
  start: (world, index) => world.start(world.panel(index)),
  retry: (world, index) => void world.panel(index).store.retry(),
  regenerate: (world, index) => void world.panel(index).store.regenerate(),
  rejoin: (world, index) => void world.panel(index).store.rejoin(),
  "stop waiting": (world, index) => world.panel(index).store.stopWaiting(),
  reload: (world, index) => world.reload(index),
  ...onRun("tell", (world, run) => world.backend.tell(run)),
  ...onRun("cut", (world, run) => world.backend.cut(run)),
  ...onRun("end", (world, run) => world.backend.end(run, generationOf({ id: run.id }))),
  ...onRun("refuse", (world, run) => world.backend.end(run, refusal)),
};

function onRun(name: string, act: (world: World, run: Run) => void) {
  return {
    [name](world: World, index: number) {
      const { runs } = world.backend;
      const run = runs[index % Math.max(1, runs.length)];
      if (run) act(world, run);
    },
  };
}

const step = fc.tuple(fc.constantFrom(...Object.keys(ACTIONS)), fc.nat(7));

describe("two tabs of two panels over one storage", () => {
  async function play(steps: readonly (readonly [string, number])[]) {
    const world = createWorld();
    for (const [name, index] of steps) {
      // The history keeps twelve.
      if (world.backend.runs.length >= 12 && /start|retry|regenerate/.test(name)) continue;
      const known = world.backend.runs.length;
      const { status } = world.panel(index).store.getSnapshot();
      ACTIONS[name]?.(world, index);
      await settle();
      const mayPay =
        /start|regenerate/.test(name) || (name === "retry" && /succeeded|failed|cancelled/.test(status));
      expect(world.backend.runs.length - known, name).toBeLessThanOrEqual(mayPay ? 1 : 0);
    }
    const accepted = world.backend.runs.length;
    for (const run of world.backend.runs) {
      world.backend.end(run, generationOf({ id: run.id }));
      await settle();
    }
    const shown = await world.look();
    expect(world.backend.runs).toHaveLength(accepted);
    const paid = world.backend.runs.filter((run) => !(run.end instanceof Error));
    return { shown, paid };
  }

  it("lose no paid picture, and pay for nothing but what a person started, whatever comes between", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: "max" }), async (steps) => {
        const { shown, paid } = await play(steps);
        expect(shown.sort()).toEqual(paid.map((run) => run.id).sort());
      }),
      { numRuns: 500 },
    );
  });

  it("find the run of a tab that reloads after another tab made a picture", async () => {
    const { shown } = await play([
      ["start", 0],
      ["start", 1],
      ["end", 1],
      ["reload", 0],
    ]);
    expect(shown.sort()).toEqual(["gen_0", "gen_1"]);
  });
});
