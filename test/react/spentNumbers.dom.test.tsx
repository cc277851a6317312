import { render, screen } from "@testing-library/react";
import { Preview } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { de } from "image-generation-node/messages/de";
import type { UsageItem } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { modelOptions } from "../../src/react/catalog-select/modelOptions.js";
import { createTranslate, en } from "../../src/react/messages/index.js";
import { NO_BATCH } from "../../src/react/preview/gallery/Batch.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const items = [
  {
    kind: "image",
    model: "demo",
    amount: "1.0425",
    currency: "USD",
    reported: { amount: "4160.5", unit: "MP" },
  },
  { kind: "prompt", amount: "some" },
];

function factsOf(messages: MessageOverrides, spent: readonly UsageItem[] = items) {
  const base = generationOf({ usage: { items: [...spent] } });
  const output = { ...base.output, _metadata: { ...base.output._metadata, sizeInKb: 1245.5 } };
  render(
    <Node messages={messages}>
      <Preview.Root generation={{ ...base, output }}>
        <Preview.Metadata />
        <Preview.Usage />
      </Preview.Root>
    </Node>,
  );
  // The model's name is no number.
  return screen
    .getAllByRole("listitem")
    .filter((line) => line.dataset.fact !== "model")
    .map(({ textContent }) => textContent);
}

it.each<[string, MessageOverrides, readonly string[]]>([
  [
    "English",
    { words: {} },
    [
      "1536 × 864",
      "PNG, 1,245.5 kB",
      "1.0425 USD",
      "Image · demo · 1.0425 USD · 4,160.5 MP by the provider's count",
      "Prompt · some",
    ],
  ],
  [
    "German",
    de,
    [
      "1536 × 864",
      "PNG, 1.245,5 kB",
      "1,0425 USD",
      "Bild · demo · 1,0425 USD · laut Anbieter 4.160,5 MP",
      "Prompt · some",
    ],
  ],
  [
    "the digits of Egypt",
    { locale: "ar-EG", words: {} },
    [
      "١٥٣٦ × ٨٦٤",
      "PNG, ١٬٢٤٥٫٥ kB",
      "١٫٠٤٢٥ USD",
      "Image · demo · ١٫٠٤٢٥ USD · ٤٬١٦٠٫٥ MP by the provider's count",
      "Prompt · some",
    ],
  ],
])("writes what an image took in the numbers of %s, as all others", (_, messages, expected) => {
  expect(factsOf(messages)).toEqual(expected);
});

describe("credits that were spent are said in the words of the language", () => {
  const credits = (amount: string) => ({ kind: "image", amount, currency: "credits" });

  it("below a picture, and as the provider counts", () => {
    const reported = { amount: "1", unit: "credits" };
    expect(factsOf(de, [{ ...credits("4"), reported }])).toEqual([
      "1536 × 864",
      "PNG, 1.245,5 kB",
      "4 Credits",
      "Bild · 4 Credits · laut Anbieter 1 Credit",
    ]);
  });

  it.each([
    [false, "1.500,5 Credits"],
    [true, "mindestens 1.500,5 Credits"],
  ])("above a batch, where some is not known: %s", (usageIsPartial, expected) => {
    const usage = { items: [credits("1500"), credits("0.5")] };
    const state = { ...NO_BATCH, status: "done" as const, usage, usageIsPartial };
    const nothing = async () => undefined;
    render(
      <Node messages={de}>
        <Preview.Gallery
          batch={{ start: nothing, retry: nothing, stop: () => undefined, cancel: nothing, state }}
        />
      </Node>,
    );
    expect(screen.getByText(expected)).toBeVisible();
  });

  it("behind a model in its list", () => {
    const painter = { id: "a/b", label: "B", provider: "A", kind: "ai" as const, aspectRatios: [] };
    const price = { currency: "credits", min: "1", max: "4" };
    const options = modelOptions(createTranslate(en, de), [{ ...painter, price } as never], null, "image");
    expect(options[1]?.description).toBe("A · \u20681–4 Credits je Bild\u2069");
  });
});
