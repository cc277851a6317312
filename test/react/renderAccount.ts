import { fireEvent, screen, waitFor } from "@testing-library/react";
import type { Catalog } from "image-generation-node/contract";
import type { MessageOverrides } from "image-generation-node";
import { expect } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { renderPanel } from "./renderNode.js";
import { catalog as sample } from "./samples.js";

/** What a back end tells of its prices and the account. */
export interface Offer {
  credits?: unknown;
  price?: { currency: string; min: number; max: number } | undefined;
}

export const offerOf = ({ credits, price }: Offer): Catalog => ({
  ...sample,
  imageModels: sample.imageModels.map((model) => ({ ...model, kind: "ai", price })),
  credits,
});
export const each = (min: number, max = min, currency = "credits") => ({ currency, min, max });

/** A panel on a back end that tells what is left, as the test changes it. */
export function renderAccount(
  offer: Offer,
  options: { messages?: MessageOverrides; onGenerate?: () => unknown } = {},
) {
  const account = { ...offer };
  const fake = createFakeClient({ catalog: async () => offerOf(account) });
  const view = renderPanel(cat(), { fake, ...options });
  const part = () => document.querySelector('[data-imagenode-part="config-form-credits"]');
  const line = () => part()?.textContent?.replace(/\s+/g, " ").trim();
  const button = () => screen.getByRole("button", { name: /^(?:Generate|Generieren|Cancel|Erzeugen)/ });
  const shown = (words: string | RegExp) =>
    waitFor(() => {
      if (typeof words === "string") expect(line()).toBe(words);
      else expect(line()).toMatch(words);
    });
  const press = () => fireEvent.click(button());
  return { ...view, account, part, line, button, shown, press };
}
