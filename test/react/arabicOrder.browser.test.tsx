import "image-generation-node/styles.css";
import { render, screen } from "@testing-library/react";
import { ImageNodePanel, Preview } from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { catalog, generationOf } from "./samples.js";

const arabic: MessageOverrides = {
  // Engines differ in which digits "ar" alone has.
  locale: "ar-u-nu-latn",
  words: {
    "cost.about": "نحو {amount}",
    "unit.credits": { other: "{amount} نقطة" },
    "provenance.hash": "البصمة \u2068{hash}…\u2069",
  },
};
const sha256 = "0123456789abcdef".repeat(4);

/** The given pieces of one text of the page, as they stand from left to right. */
function fromLeft(part: string, pieces: readonly string[]): readonly string[] {
  const text = document.querySelector(`[data-imagenode-part="${part}"]`)?.firstChild;
  const places = pieces.map((piece) => {
    const range = document.createRange();
    const at = text?.textContent?.indexOf(piece) ?? -1;
    if (!text || at < 0) throw new Error(`${part} does not say ${piece}.`);
    range.setStart(text, at);
    range.setEnd(text, at + piece.length);
    return { piece, left: range.getBoundingClientRect().left };
  });
  return places.sort((a, b) => a.left - b.left).map(({ piece }) => piece);
}

async function renderCost(currency: string, messages?: MessageOverrides) {
  const imageModels = catalog.imageModels.map((model, index) => ({
    ...model,
    provider: `maker ${index}`,
    kind: "ai" as const,
    price: { currency, min: "2", max: "5" },
  }));
  const fake = createFakeClient({ catalog: () => Promise.resolve({ ...catalog, imageModels }) });
  render(
    <div dir="rtl" style={{ inlineSize: 900 }}>
      <Node fake={fake} loopItems={7} {...(messages && { messages })}>
        <ImageNodePanel value={cat()} />
      </Node>
    </div>,
  );
  await userEvent.click(await screen.findByRole("radio", { name: "3 pictures" }));
  document
    .querySelector('[data-imagenode-part="config-form-cost-estimate"] > [data-imagenode-part="words"]')
    ?.setAttribute("data-imagenode-part", "sum");
}

it("ends a sum with its unit, in the direction of the unit's words", async () => {
  await renderCost("credits", arabic);
  expect(fromLeft("sum", ["نحو", "3 ×", "= 6", "نقطة"])).toEqual(["نقطة", "3 ×", "= 6", "نحو"]);
});

it("keeps a currency's code behind the sum that it ends", async () => {
  await renderCost("USD", arabic);
  expect(fromLeft("sum", ["نحو", "3 ×", "= 6", "USD"])).toEqual(["3 ×", "= 6", "USD", "نحو"]);
});

it("reads an English sum from the left in a page from the right", async () => {
  await renderCost("credits");
  expect(fromLeft("sum", ["about", "3 ×", "= 6", "credits"])).toEqual(["about", "3 ×", "= 6", "credits"]);
  expect(fromLeft("config-form-cost-loop", ["7", "loop"])).toEqual(["7", "loop"]);
});

it("reads an English price in the list from the left in a page from the right", async () => {
  await renderCost("USD");
  await userEvent.click(screen.getByRole("combobox", { name: "Image model" }));
  const hints = await screen.findAllByText(/USD per image/);
  hints[0]?.setAttribute("data-imagenode-part", "price");
  expect(fromLeft("price", ["2.00", "USD", "image"])).toEqual(["2.00", "USD", "image"]);
});

it.each([
  ["Arabic", arabic, "البصمة", ["0123", "البصمة"]],
  ["English", undefined, "Fingerprint", ["Fingerprint", "0123"]],
])("begins a fingerprint with its word in %s", (_, messages, word, expected) => {
  const base = generationOf();
  render(
    <div dir="rtl">
      <Node {...(messages && { messages })}>
        <Preview.Root generation={{ ...base, image: { ...base.image, sha256 } }}>
          <Preview.Provenance />
        </Preview.Root>
      </Node>
    </div>,
  );
  expect(fromLeft("preview-origin-hash", [word, "0123"])).toEqual(expected);
});
