import { act, cleanup, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { describe, expect, it, vi } from "vitest";
import { catalog, generationOf } from "../react/samples.js";
import { placesOf, writeWith } from "./hostileValues.js";
import type { Path } from "./hostileValues.js";

const NUMBERS = ["9e15", "1e308", "1e999", "-1", `"${"9".repeat(400)}"`];
const DATES = [
  "+275760-09-13T00:00:00Z",
  "-271821-04-20T00:00:00Z",
  "0000-01-01",
  "+275760-09-13T00:00:00.001Z",
];

const config = createImageNodeConfig({ prompt: { template: "A fox" }, imageModel: "acme/painter" });
const generation = generationOf({
  usage: { items: [{ kind: "image", model: "acme/painter", amount: "0.07", currency: "USD" }] },
  timings: { promptMs: 1, imageMs: 912, storeMs: 8 },
});

/** The panel on a back end that answers these texts, after one run. */
async function runPanel(answers: { catalog?: string; generation?: string }) {
  cleanup();
  const answer = (body: string) => new Response(body, { headers: { "Content-Type": "application/json" } });
  const client = createClient({
    baseUrl: "https://back.end/api",
    maxRetries: 0,
    fetch: async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (pathname.endsWith("/catalog")) return answer(answers.catalog ?? JSON.stringify(catalog));
      if (pathname.endsWith("/generations")) return answer(answers.generation ?? JSON.stringify(generation));
      return new Response(null, { status: 404 });
    },
  });
  const { container } = await act(async () =>
    render(
      <ImageNodeProvider client={client}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" loopItems={3}>
          <ImageNodePanel value={config} onValueChange={() => undefined} />
        </ImageNodeScope>
      </ImageNodeProvider>,
    ),
  );
  const button = container.querySelector('[data-imagenode-part="config-form-generate"]');
  if (!button) throw new Error("The panel has no Generate.");
  await userEvent.click(button);
  const root = () => container.querySelector('[data-imagenode-part="preview-root"]');
  await vi.waitFor(() => expect(["succeeded", "failed"]).toContain(root()?.getAttribute("data-status")));
  return root();
}

/** Numbers of an answer, and prices, which may be texts. */
function numbersOf(value: unknown): readonly Path[] {
  return placesOf(value).filter((path) => {
    const found = path.reduce<unknown>((holder, key) => Object(holder)[key] as unknown, value);
    return typeof found === "number" || path.at(-1) === "amount";
  });
}

describe("a number of the network", () => {
  it("breaks no page, whatever the catalog's prices, sizes, times and limits are", async () => {
    const painter = { ...catalog, imageModels: catalog.imageModels.slice(1) };
    const places = numbersOf(painter);
    expect(places.length).toBeGreaterThan(10);
    for (const path of places)
      for (const json of NUMBERS)
        expect(await runPanel({ catalog: writeWith(painter, path, json) })).not.toBeNull();
  });

  it("breaks no page, whatever sizes, times and amounts come with a picture", async () => {
    const places = numbersOf(generation);
    expect(places.length).toBeGreaterThan(6);
    for (const path of places)
      for (const json of NUMBERS)
        expect(await runPanel({ generation: writeWith(generation, path, json) })).not.toBeNull();
  });

  it("breaks no page as the end of a link", async () => {
    for (const date of DATES) {
      const json = JSON.stringify(date);
      expect(
        await runPanel({ generation: writeWith(generation, ["image", "expiresAt"], json) }),
      ).not.toBeNull();
    }
  });
});
