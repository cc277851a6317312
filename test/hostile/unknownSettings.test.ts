import { describe, expect, it } from "vitest";
import { validateSettings } from "image-generation-node/contract";
import type { Catalog, ModelSettings } from "image-generation-node/contract";
import { body, createImage, createTestBackend } from "../server/testBackend.js";
import { countSteps } from "./countSteps.js";

const settings: ModelSettings = {
  properties: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`known_${index}`, { type: "boolean" }]),
  ),
};
const odd = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`odd_${index}`, 1]));

describe("names that no model has", () => {
  it("are judged by what the workspace offers once, not name by name", async () => {
    const model = { generate: () => createImage(8, 8) };
    const entries = Array.from({ length: 20 }, (_, index) => [`model_${index}`, { model, settings }]);
    const backend = createTestBackend({ imageModels: Object.fromEntries(entries) as never });
    const refuse = async () => {
      const response = await backend.post("/generations", body({ settings: odd(500) }));
      expect(response.status).toBe(422);
    };
    await refuse();
    expect(await countSteps(refuse)).toBeLessThan(40_000);
  });

  it("are refused as a whole where they are more than any configuration keeps", async () => {
    const response = await createTestBackend().post("/generations", body({ settings: odd(501) }));
    expect(await response.json()).toMatchObject({
      charged: false,
      errors: [{ pointer: "#/config/settings", code: "too_many_settings" }],
    });
  });

  it("are judged for a badge by what the catalog offers once", async () => {
    const imageModels = Array.from({ length: 20 }, (_, index) => ({
      id: `model_${index}`,
      label: "",
      settings,
    }));
    const catalog = { imageModels, defaults: {} } as unknown as Catalog;
    const judge = () => validateSettings({ settings: odd(2_000) }, catalog);
    judge();
    expect(await countSteps(judge)).toBeLessThan(80_000);
  });

  it("are not said back at length", async () => {
    const long = "n".repeat(100_000);
    const response = await createTestBackend().post("/generations", body({ settings: { [long]: 1 } }));
    expect((await response.text()).length).toBeLessThan(2_000);
  });
});
