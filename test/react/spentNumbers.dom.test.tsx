import { render, screen } from "@testing-library/react";
import { Preview } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { de } from "image-generation-node/messages/de";
import { expect, it } from "vitest";
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

function renderFacts(messages: MessageOverrides) {
  const base = generationOf({ usage: { items } });
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
  expect(renderFacts(messages)).toEqual(expected);
});
