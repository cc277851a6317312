import fc from "fast-check";
import { createClient, createGeneration } from "image-generation-node/client";
import type { GenerationStore } from "image-generation-node/client";
import type { GenerateImageRequest } from "image-generation-node/server";
import { expect, it } from "vitest";
import { BASE, body, createTestBackend, until } from "../server/testBackend.js";
import { small } from "../server/runHelpers.js";
import { createStorage } from "./generationStore.js";

const COUNT = 4;

/** A model that draws, refuses or is cancelled, each call when it is told to; it charges what it has drawn. */
function createModel(image: Uint8Array) {
  const calls: { draw: () => void; refuse: () => void }[] = [];
  const charged: unknown[] = [];
  let isOpen = false;
  return {
    charged,
    /** Lets the oldest call end. */
    end(how: "draw" | "refuse") {
      calls.shift()?.[how]();
    },
    /** From now on each call ends at once. */
    open() {
      isOpen = true;
      for (const call of calls.splice(0)) call.draw();
    },
    generate: ({ signal, context }: GenerateImageRequest) =>
      new Promise<Uint8Array>((resolve, reject) => {
        const draw = () => {
          if (signal.aborted) return;
          charged.push(context.variation);
          resolve(image);
        };
        const refuse = () => reject(Object.assign(new Error("no"), { statusCode: 400 }));
        signal.addEventListener("abort", () => reject(signal.reason as Error));
        if (isOpen) draw();
        else calls.push({ draw, refuse });
      }),
  };
}

const STEPS = [
  "reload",
  "second tab",
  "stop",
  "rejoin",
  "cancel one",
  "cancel",
  "retry",
  "draw",
  "draw",
  "refuse",
] as const;

it("draws four images for one wish, never five, whatever is done meanwhile", async () => {
  const image = await small();
  const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(COUNT - 1), fc.nat(3)), {
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const model = createModel(image);
      const { handler } = createTestBackend({ generate: model.generate });
      const storage = createStorage();
      const tabs: GenerationStore[] = [];
      const openTab = () => {
        const client = createClient({
          baseUrl: BASE,
          fetch: (input, init) => handler(new Request(input as string, init)),
        });
        const tab = createGeneration(client, { storage, slot: "n" });
        tab.offer(body());
        tab.subscribe(() => undefined);
        tabs.push(tab);
        return tab;
      };
      void openTab().start(body(), { count: COUNT });
      await until(() => storage.getItem("image-generation-node:variations:n") !== null);

      for (const [step, index, which] of plan) {
        const tab = tabs[which % tabs.length];
        if (step === "reload") tabs[which % tabs.length]?.stopWaiting();
        if (step === "reload" || step === "second tab") openTab();
        if (step === "stop") tab?.stopWaiting();
        if (step === "rejoin") void tab?.rejoin();
        if (step === "cancel one") void tab?.getVariation(index)?.cancel();
        if (step === "cancel") void tab?.cancel();
        if (step === "retry") void tab?.getVariation(index)?.retry();
        if (step === "draw" || step === "refuse") model.end(step);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      model.open();
      // In the end, somebody wants all of them in each tab.
      for (const tab of tabs) {
        await until(() => tab.getSnapshot().variations?.length === COUNT);
        await until(async () => {
          await tab.rejoin();
          await tab.retry();
          return tab.getSnapshot().variations?.every(({ generation }) => generation) ?? false;
        });
      }
      expect(model.charged).toHaveLength(COUNT);
      expect(new Set(model.charged).size).toBe(COUNT);
      const [first, ...others] = tabs.map((tab) => tab.getSnapshot().variations?.map(({ id }) => id));
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 40, seed: 20_261_129 },
  );
});
