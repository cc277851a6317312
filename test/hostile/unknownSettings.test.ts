import { describe, expect, it } from "vitest";
import { validateSettings } from "image-generation-node/contract";
import type { Catalog, ModelSettings } from "image-generation-node/contract";
import { body, createImage, createTestBackend } from "../server/testBackend.js";
import { growthOf } from "./countSteps.js";

const settings: ModelSettings = {
  properties: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`known_${index}`, { type: "boolean" }]),
  ),
};
const odd = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`odd_${index}`, 1]));

describe("names that no model has", () => {
  it("are refused in time that grows as they do, whatever the workspace offers", async () => {
    const model = { generate: () => createImage(8, 8) };
    const entries = Array.from({ length: 20 }, (_, index) => [`model_${index}`, { model, settings }]);
    const backend = createTestBackend({ imageModels: Object.fromEntries(entries) as never });
    const refuse = async (count: number) => {
      const response = await backend.post("/generations", body({ settings: odd(count) }));
      expect(response.status).toBe(422);
    };
    expect(await growthOf(refuse, 500)).toBeLessThan(8);
  });

  it("are judged for a badge in time that grows as they do", async () => {
    const imageModels = Array.from({ length: 20 }, (_, index) => ({
      id: `model_${index}`,
      label: "",
      settings,
    }));
    const catalog = { imageModels, defaults: {} } as unknown as Catalog;
    expect(await growthOf((count) => validateSettings({ settings: odd(count) }, catalog), 500)).toBeLessThan(
      8,
    );
  });

  it("are not said back at length", async () => {
    const long = "n".repeat(100_000);
    const response = await createTestBackend().post("/generations", body({ settings: { [long]: 1 } }));
    expect((await response.text()).length).toBeLessThan(2_000);
  });
});
