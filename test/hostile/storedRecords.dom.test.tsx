import { act, cleanup, render } from "@testing-library/react";
import fc from "fast-check";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope, Preview } from "image-generation-node";
import type { HistoryEntry } from "image-generation-node";
import { createGeneration, fromGeneration } from "image-generation-node/client";
import type { GenerationStorage, ImageNodeClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import type { ReactElement } from "react";
import { describe, expect, it, vi } from "vitest";
import { inspect } from "node:util";
import { parseHistory } from "../../src/react/preview/history/createRunHistory.js";
import { createFakeClient } from "../react/fakeClient.js";
import { generationOf } from "../react/samples.js";
import { HOSTILE_JSON, placesOf, writeWith } from "./hostileValues.js";
import type { Path } from "./hostileValues.js";

const RECORD = "image-generation-node:n4";
const HISTORY = "image-generation-node:history:n4";

const config = createImageNodeConfig({ prompt: { template: "A fox" }, aspectRatio: "landscape" });
const startedAt = Date.now() - 60_000;
const whole = (id: string): Generation =>
  generationOf({
    id,
    image: { ...generationOf().image, sha256: "a".repeat(64) },
    warnings: [{ code: "cropped", params: { from: "1024 × 1024" }, message: "Cropped." }],
  });
const entry = (id: string): HistoryEntry => ({
  generation: whole(id),
  config,
  startedAt,
  endedAt: startedAt + 900,
});

const history = { version: 1, entries: [entry("gen_1"), entry("gen_2"), entry("gen_3")] };
const request = { config, variables: { trigger: { output: { style: "noir" } } } };
const record = { version: 1, key: "key_1", request, startedAt, endedAt: startedAt + 900, id: "gen_1" };
const RECORDS = {
  "a picture": { ...record, generation: whole("gen_1") },
  "a failure": {
    ...record,
    error: {
      kind: "rate_limited",
      status: 429,
      detail: "Later.",
      retryAfterMs: 3_000,
      charged: false,
      stage: "image",
      id: "gen_1",
      usage: { items: [{ kind: "prompt", model: "acme/writer", amount: "0.01", currency: "USD" }] },
      stages: whole("gen_1").stages,
      errors: [{ pointer: "#/config/style", code: "unknown_style", detail: "Unknown.", suggestion: "anime" }],
    },
  },
  "runs of two tabs": {
    ...record,
    generation: whole("gen_1"),
    others: [{ ...record, key: "key_3", id: "gen_3", generation: whole("gen_3") }],
  },
  "a run that goes on": { version: 1, key: "key_1", request, startedAt, id: "gen_1" },
};

/** Those that a form may stumble over; each renders the whole panel. */
const CONFIG_ATTACKS = ["null", "nine quadrillion", "infinity", "a name of every object", "a list"].concat([
  "an object with a prototype",
  "an object without a text",
  "a deep list",
]);

/** Every place of a record with every hostile value in it. */
function attacksOn(value: unknown): { path: Path; name: string; text: string }[] {
  return placesOf(value).flatMap((path) =>
    Object.entries(HOSTILE_JSON).map(([name, json]) => ({ path, name, text: writeWith(value, path, json) })),
  );
}

function storageOf(items: Readonly<Record<string, string>>): GenerationStorage {
  return { getItem: (key) => items[key] ?? null, setItem: () => undefined, removeItem: () => undefined };
}

/** A client whose runs never end, so that nothing moves after a test. */
function quietClient(): ImageNodeClient {
  const never = () => new Promise<never>(() => undefined);
  const refreshUrl: ImageNodeClient["refreshUrl"] = never;
  return { ...createFakeClient().client, generate: never, rejoin: never, get: never, refreshUrl };
}

async function renderNode(children: ReactElement, storage?: GenerationStorage) {
  cleanup();
  const view = await act(async () =>
    render(
      <ImageNodeProvider client={quietClient()}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" storage={storage}>
          {children}
        </ImageNodeScope>
      </ImageNodeProvider>,
    ),
  );
  // The row of earlier images is loaded with the second of them.
  await act(async () => void (await import("../../src/react/preview/history/HistoryStrip.js")));
  return view;
}

/** All parts that show something of a run, in the order of their data. */
const preview = (
  <Preview.Root>
    <Preview.Status />
    <Preview.Expiry />
    <Preview.Frame>
      <Preview.Image />
      <Preview.Progress />
      <Preview.LinkNotice />
    </Preview.Frame>
    <Preview.Metadata />
    <Preview.References />
    <Preview.Warnings />
    <Preview.Usage />
    <Preview.Steps />
    <Preview.Error>
      <Preview.Retry />
      <Preview.Fix />
    </Preview.Error>
    <Preview.Late />
    <Preview.History />
    <Preview.Compare />
    <Preview.Stages />
    <Preview.Provenance />
    <Preview.Announcer />
  </Preview.Root>
);

const DEEP = { depth: 20, maxStringLength: 50 };

const listThumbs = (container: HTMLElement) =>
  container.querySelectorAll<HTMLElement>(
    '[data-imagenode-part="preview-history-strip"] [data-imagenode-part="preview-thumb"]',
  );
const thumbs = (container: HTMLElement) => listThumbs(container).length;
describe("a stored record", () => {
  it("with `endedAt: 9e15` costs its time, and not the panel", async () => {
    const text = JSON.stringify({ ...RECORDS["a picture"], endedAt: 9e15 });
    const { container } = await renderNode(
      <ImageNodePanel value={config} onValueChange={() => undefined} />,
      storageOf({ [RECORD]: text, [HISTORY]: JSON.stringify(history) }),
    );
    expect(container.querySelector('[data-imagenode-part="preview-image"]')).not.toBeNull();
    expect(thumbs(container)).toBe(3);
  });

  it.each(Object.entries(RECORDS))("of %s throws nowhere, whatever stands in any place", async (_, good) => {
    const attacks = attacksOn(good);
    expect(attacks.length).toBeGreaterThan(250);
    // Every value in every place is read; what differs is shown.
    const shown = new Map<string, (typeof attacks)[number]>();
    for (const attack of attacks) {
      const store = createGeneration(quietClient(), {
        storage: storageOf({ [RECORD]: attack.text }),
        slot: "n4",
      });
      const seen = inspect(store.getSnapshot(), DEEP);
      shown.set(seen, attack);
    }
    for (const { path, name, text } of shown.values()) {
      const items = { [RECORD]: text, [HISTORY]: JSON.stringify(history) };
      const { container } = await renderNode(preview, storageOf(items));
      // A picture of another id is one more.
      expect(thumbs(container), `${name} at ${path.join(".")}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("starts no run from a key, a time or a request that the network would not take", async () => {
    const bad: readonly [Path, string][] = [
      [["key"], '"no key"'],
      [["key"], '""'],
      [["key"], JSON.stringify("k".repeat(256))],
      [["startedAt"], "9e15"],
      [["startedAt"], "1e999"],
      [["startedAt"], "-1"],
      [["startedAt"], '"1"'],
      [["startedAt"], String(Date.now() + 3 * 86_400_000)],
      [["request", "config", "imageModel"], "{}"],
      [["request", "config", "aspectRatio"], '"__proto__"'],
      [["request", "config", "prompt", "template"], "5"],
      [["request", "config", "version"], "9"],
      [["request"], "[]"],
    ];
    for (const [path, json] of bad) {
      const text = writeWith(RECORDS["a run that goes on"], path, json);
      const store = createGeneration(quietClient(), { storage: storageOf({ [RECORD]: text }), slot: "n4" });
      expect(store.getSnapshot(), `${path.join(".")}: ${json}`).toEqual({ status: "idle" });
    }
  });

  it("asks for no more patience than a day", () => {
    const text = writeWith(RECORDS["a failure"], ["error", "retryAfterMs"], "9e15");
    const store = createGeneration(quietClient(), { storage: storageOf({ [RECORD]: text }), slot: "n4" });
    expect(store.getSnapshot().error).toMatchObject({ kind: "rate_limited", retryAfterMs: 86_400_000 });
  });
});

describe("a stored history", () => {
  it("loses the one bad entry at most, whatever stands in any of its places", async () => {
    const attacks = attacksOn(history).filter(({ path }) => path[0] === "entries" && path[1] === 1);
    expect(attacks.length).toBeGreaterThan(700);
    const shown = new Map(attacks.map((attack) => [inspect(parseHistory(attack.text), DEEP), attack]));
    expect(shown.size).toBeGreaterThan(100);
    for (const { path, name, text } of shown.values()) {
      const { container } = await renderNode(preview, storageOf({ [HISTORY]: text }));
      expect(thumbs(container), `${name} at ${path.join(".")}`).toBeGreaterThanOrEqual(2);
      // Shows the attacked entry in full, or the one that took its place.
      await act(async () => listThumbs(container)[1]?.click());
      expect(container.querySelector('[data-imagenode-part="preview-metadata"]')).not.toBeNull();
    }
  });

  it("shows each run once and no more than it keeps", async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => entry(`gen_${index % 40}`));
    const text = JSON.stringify({ version: 1, entries: many });
    const { container } = await renderNode(preview, storageOf({ [HISTORY]: text }));
    expect(thumbs(container)).toBe(12);
  });

  it("throws over no JSON at all, under any key", async () => {
    const json = fc.oneof(fc.json(), fc.string(), fc.constantFrom(...Object.values(HOSTILE_JSON)));
    await fc.assert(
      fc.asyncProperty(json, json, async (first, second) => {
        const { container } = await renderNode(preview, storageOf({ [RECORD]: first, [HISTORY]: second }));
        expect(container.querySelector('[data-imagenode-part="preview-root"]')).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe("what a host saved", () => {
  it("is shown as `history` without its bad entries and times", async () => {
    for (const [name, json] of Object.entries(HOSTILE_JSON)) {
      for (const path of [
        [1],
        [1, "generation"],
        [1, "endedAt"],
        [1, "generation", "usage"],
        [1, "config"],
      ]) {
        const given = JSON.parse(writeWith(history.entries, path, json)) as HistoryEntry[];
        const { container } = await renderNode(
          <Preview.Root history={given} generation={whole("gen_1")}>
            <Preview.History />
            <Preview.Compare />
            <Preview.Provenance />
          </Preview.Root>,
        );
        expect(thumbs(container), `${name} at ${path.join(".")}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it.each([9e15, -9e15, NaN, Infinity, -Infinity, 8.64e15 + 1])(
    "is shown without its time where the host's own store says %d",
    async (endedAt) => {
      const own = createGeneration(quietClient());
      const state = { ...fromGeneration(whole("gen_1")), startedAt: endedAt, endedAt };
      const { container } = await renderNode(
        <Preview.Root generation={{ ...own, getSnapshot: () => state }}>
          {preview.props.children}
        </Preview.Root>,
      );
      expect(container.querySelector('[data-imagenode-part="preview-provenance"]')).not.toBeNull();
      expect(container.querySelector('[data-imagenode-part="preview-origin-time"]')).toBeNull();
    },
  );

  it("is a failure as `generation` where it breaks the contract", async () => {
    for (const path of placesOf(whole("gen_1"))) {
      for (const json of ["9e15", "1e999", "null", "[]", '{"toString":1}']) {
        const given = JSON.parse(writeWith(whole("gen_1"), path, json)) as Generation;
        const { container } = await renderNode(
          <Preview.Root generation={given}>{preview.props.children}</Preview.Root>,
        );
        expect(container.querySelector('[data-imagenode-part="preview-root"]')).not.toBeNull();
      }
    }
  });

  it("never unmounts the form as its configuration", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const saved = { ...config, extra: 1, prompt: { ...config.prompt, extra: 1 } };
    for (const path of placesOf(saved)) {
      for (const json of CONFIG_ATTACKS.map((name) => HOSTILE_JSON[name] ?? "")) {
        const given = JSON.parse(writeWith(saved, path, json)) as ImageNodeConfig;
        const { container } = await renderNode(
          <ImageNodePanel value={given} onValueChange={() => undefined} />,
        );
        expect(container.querySelector('[data-imagenode-part="config-form-root"]')).not.toBeNull();
      }
    }
    vi.restoreAllMocks();
  });
});
