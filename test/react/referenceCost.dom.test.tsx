import { waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Catalog, Reference } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { button, offerPictures, photo, renderReferences } from "./referenceSamples.js";

const MUG = { attachmentId: "att_mug", label: "Mug" };
const LOGO = { attachmentId: "att_logo", label: "Logo" };

/** The samples' catalog, whose models cost 0.04 and this for each reference. */
function priced(perReference?: string, range = {}): Catalog {
  const offered = offerPictures();
  const price = {
    currency: "USD",
    min: "0.04",
    max: "0.04",
    ...range,
    ...(perReference && { perReference }),
  };
  return {
    ...offered,
    imageModels: offered.imageModels.map((model) => ({ ...model, kind: "ai", price })),
  };
}

const words = () => document.querySelector('[data-imagenode-part="config-form-cost-estimate"]')?.textContent;

describe("the cost with reference images", () => {
  it.each<[string, Reference[], Catalog, string]>([
    ["no picture", [], priced("0.01"), "about 0.04 USD list price"],
    ["two pictures", [MUG, LOGO], priced("0.01"), "about 0.06 USD list price"],
    ["a range", [MUG], priced("0.01", { max: "0.1" }), "about 0.05–0.11 USD list price"],
    ["pictures that cost nothing", [MUG, LOGO], priced(), "about 0.04 USD list price"],
    ["a list of three", [{ value: "{{shots.output}}" }, MUG], priced("0.01"), "about 0.08 USD list price"],
    [
      "a variable of one file",
      [{ value: "{{camera.output.photo}}" }],
      priced("0.01"),
      "about 0.05 USD list price",
    ],
    [
      "a variable without a sample",
      [{ value: "{{camera.output.none}}" }],
      priced("0.01"),
      "about 0.05 USD list price",
    ],
  ])("is that of %s", async (_, references, offered, expected) => {
    const shots = {
      slug: "shots",
      label: "Shots",
      distance: 1,
      sample: { output: ["att_1", "att_2", "att_3"] },
    };
    await renderReferences(references, { offered, variables: [photo, shots] });
    await waitFor(() => expect(words()?.trim()).toBe(expected));
  });

  it("follows what is added and removed", async () => {
    await renderReferences([MUG, LOGO], { offered: priced("0.01") });
    await waitFor(() => expect(words()).toContain("0.06"));
    await userEvent.click(button("Remove Logo"));
    expect(words()).toContain("0.05");
  });
});
