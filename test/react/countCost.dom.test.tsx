import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Catalog, CatalogPromptModel } from "image-generation-node/contract";
import { ar } from "image-generation-node/messages/ar";
import { de } from "image-generation-node/messages/de";
import { ja } from "image-generation-node/messages/ja";
import { describe, expect, it } from "vitest";
import { cat } from "./formControls.js";
import { choose, radios, renderCount } from "./renderCount.js";
import { catalog } from "./samples.js";

type Price = NonNullable<CatalogPromptModel["price"]>;

describe("the cost of several images", () => {
  const price = (min: string, max = min): Price => ({ currency: "USD", min, max });
  const offered = (own?: Price, writer?: Price): Catalog => ({
    ...catalog,
    imageModels: catalog.imageModels.map((model) => ({ ...model, kind: "ai", price: own })),
    promptModels: catalog.promptModels.map((model) => ({ ...model, kind: "ai", price: writer })),
  });
  const words = () => {
    const part = document.querySelector('[data-imagenode-part="config-form-cost-estimate"]');
    return part?.textContent.replace(/[\u2066\u2068\u2069]/g, "").trim();
  };

  it.each([
    ["a price", offered(price("0.04")), undefined, "about 4 × 0.04 = 0.16 USD list price"],
    ["a range", offered(price("0.04", "0.19")), undefined, "about 4 × 0.04–0.19 = 0.16–0.76 USD list price"],
    ["a price in German", offered(price("0.04")), de, "etwa 4 × 0,04 = 0,16 USD Listenpreis"],
    ["a price in Arabic", offered(price("0.04")), ar, "نحو 4 × 0.04 = 0.16 USD السعر المُعلن"],
    [
      "a price of more digits than are shown",
      offered(price("0.04003")),
      undefined,
      "about 4 × 0.04 = 0.16 USD list price",
    ],
    ["nothing", offered(price("0")), undefined, "Free of charge"],
    ["nothing in a demo", catalog, undefined, "Free demo"],
    ["what nobody knows", offered(), undefined, "Price not known"],
  ])("is %s times their number", async (_, catalogOf, messages, expected) => {
    renderCount({ offered: catalogOf, ...(messages && { messages }) });
    await waitFor(() => expect(words()).toBeTruthy());
    await userEvent.click(radios()[3] ?? document.body);
    expect(words()).toBe(expected);
  });

  it("has the prompt of each image in it, and each currency by itself", async () => {
    const euros = { currency: "EUR", min: "0.01", max: "0.01" };
    renderCount({
      offered: offered(price("0.04"), euros),
      defaultValue: cat({ prompt: { mode: "auto" } }),
    });
    await waitFor(() => expect(words()).toBe("about 0.04 USD + 0.01 EUR list price"));
    await choose("2 pictures");
    expect(words()).toBe("about 2 × 0.04 = 0.08 USD + 2 × 0.01 = 0.02 EUR list price");
  });

  it.each([
    [undefined, "Acme and Bolt"],
    [ja, "Acme、Bolt"],
  ])("lists who says the prices as the language lists", async (messages, expected) => {
    renderCount({
      offered: offered({ ...price("0.04"), source: "Acme" }, { ...price("0.01"), source: "Bolt" }),
      defaultValue: cat({ prompt: { mode: "auto" } }),
      ...(messages && { messages }),
    });
    expect(await screen.findByText(expected)).toBeVisible();
  });

  it("keeps the order of the sum in a text from right to left", async () => {
    renderCount({ offered: offered(price("0.04")), messages: ar });
    await waitFor(() => expect(words()).toBeTruthy());
    await userEvent.click(radios()[3] ?? document.body);
    expect(screen.getByText("نحو \u2068\u2068\u20664 × 0.04 = 0.16\u2069 USD\u2069\u2069")).toBeVisible();
  });

  it("leaves the loop at one image for each item, and says so", async () => {
    renderCount({ offered: offered(price("0.04")), loopItems: 10 });
    await waitFor(() => expect(words()).toBe("about 0.04 USD list price 10 loop items: 0.40 USD"));
    await choose("4 pictures");
    expect(words()).toBe("about 4 × 0.04 = 0.16 USD list price 10 loop items, one picture each: 0.40 USD");
  });
});
