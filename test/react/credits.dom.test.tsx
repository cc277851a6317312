import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import type { Catalog } from "image-generation-node/contract";
import { de } from "image-generation-node/messages/de";
import type { MessageOverrides } from "image-generation-node";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { renderPanel } from "./renderNode.js";
import { catalog as sample, generationOf } from "./samples.js";

interface Offer {
  credits?: unknown;
  price?: { currency: string; min: number; max: number } | undefined;
}

const offerOf = ({ credits, price }: Offer): Catalog => ({
  ...sample,
  imageModels: sample.imageModels.map((model) => ({ ...model, kind: "ai", price })),
  credits,
});
const each = (min: number, max = min, currency = "credits") => ({ currency, min, max });

/** A panel on a back end that tells what is left, as the test changes it. */
function renderAccount(
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

describe("<ConfigForm.Credits />", () => {
  it.each<[string, Offer, string, MessageOverrides?]>([
    ["what is left", { credits: { left: 12, unit: "credits" } }, "12 credits left"],
    ["the last one", { credits: { left: 1, unit: "credits" } }, "1 credit left"],
    ["a part of one", { credits: { left: 0.5, unit: "credits" } }, "0.5 credits left"],
    ["many", { credits: { left: 12_000, unit: "credits" } }, "12,000 credits left"],
    ["money", { credits: { left: 4.2, unit: "USD" } }, "4.20 USD left"],
    ["a unit of the host's", { credits: { left: 3, unit: "tokens" } }, "3 tokens left"],
    ["what is left in German", { credits: { left: 1_200.5, unit: "credits" } }, "noch 1.200,5 Credits", de],
    [
      "the unit in the host's own words",
      { credits: { left: 3, unit: "tokens" } },
      "3 Jetons left",
      { words: { "unit.tokens": { one: "{amount} Jeton", other: "{amount} Jetons" } } },
    ],
    ["enough for the estimate", { credits: { left: 4, unit: "credits" }, price: each(4) }, "4 credits left"],
    [
      "what is left beside a price in another currency",
      { credits: { left: 1, unit: "credits" }, price: each(4, 4, "USD") },
      "1 credit left",
    ],
    ["that nothing is left", { credits: { left: 0, unit: "credits" } }, "No credits left."],
    [
      "that nothing is left of money",
      { credits: { left: 0, unit: "USD" }, price: each(0.04, 0.04, "USD") },
      "No credits left.",
    ],
    [
      "nothing of a want where runs are free",
      { credits: { left: 0, unit: "credits" }, price: each(0) },
      "0 credits left",
    ],
    [
      "that they will not do",
      { credits: { left: 3, unit: "credits" }, price: each(4) },
      "Not enough credits: 3 left, about 4 needed.",
    ],
    [
      "that the money will not do",
      { credits: { left: 0.02, unit: "USD" }, price: each(0.04, 0.07, "USD") },
      "Not enough credits: 0.02 USD left, about 0.04–0.07 USD needed.",
    ],
    [
      "that they may not do",
      { credits: { left: 3, unit: "credits" }, price: each(2, 4) },
      "The credits may not be enough: 3 left, about 2–4 needed.",
    ],
    [
      "in German that they will not do",
      { credits: { left: 3, unit: "credits" }, price: each(4) },
      "Das Guthaben reicht nicht: noch 3, etwa 4 nötig.",
      de,
    ],
  ])("tells %s", async (_, offer, words, messages) => {
    const { shown } = renderAccount(offer, messages && { messages });
    await shown(words);
  });

  it("says when they are filled up, in the page's language, and no time that has passed", async () => {
    const resetsAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
    const date = (locale: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(Date.parse(resetsAt));
    const first = renderAccount({ credits: { left: 12, unit: "credits", resetsAt } });
    await first.shown(`12 credits left filled up on ${date("en")}`);
    first.unmount();
    const german = renderAccount({ credits: { left: 0, unit: "credits", resetsAt } }, { messages: de });
    await german.shown(`Das Guthaben ist aufgebraucht. Es wird am ${date("de")} wieder aufgefüllt.`);
    german.unmount();
    const passed = renderAccount({
      credits: { left: 12, unit: "credits", resetsAt: "2020-01-01T00:00:00Z" },
    });
    await passed.shown("12 credits left");
  });

  it.each([
    ["a back end without an account", undefined],
    ["an account that can't be read", { left: "12" }],
  ])("renders nothing for %s", async (_, credits) => {
    const { part } = renderAccount({ credits });
    await screen.findByText("Price not known");
    // Its code is there by now, where it was wanted.
    await act(() => import("../../src/react/config-form/credits/index.js"));
    expect(part()).toBeNull();
  });

  it("counts the chosen number of images, and does not warn of a third that costs just what is left", async () => {
    const { shown, part } = renderAccount({
      credits: { left: 0.3, unit: "USD" },
      price: each(0.1, 0.1, "USD"),
    });
    await shown("0.30 USD left");
    fireEvent.click(screen.getByRole("radio", { name: /^3/ }));
    await shown("0.30 USD left");
    expect(part()).toHaveAttribute("data-state", "enough");
    fireEvent.click(screen.getByRole("radio", { name: /^4/ }));
    await shown("Not enough credits: 0.30 USD left, about 0.40 USD needed.");
    expect(part()).toHaveAttribute("data-state", "short");
  });

  it("describes Generate, which stays usable, and warns in a live region that was there before", async () => {
    const { shown, button, part, press, fake } = renderAccount({
      credits: { left: 3, unit: "credits" },
      price: each(2),
    });
    await shown("3 credits left");
    const region = part()?.querySelector("[role=status]");
    expect(region).toBeEmptyDOMElement();
    expect(button()).toHaveAccessibleDescription(/3 credits left/);
    fireEvent.click(screen.getByRole("radio", { name: /^2/ }));
    await shown(/^Not enough/);
    expect(part()?.querySelector("[role=status]")).toBe(region);
    expect(region).toHaveTextContent("Not enough credits: 3 left, about 4 needed.");
    expect(button()).toHaveAccessibleDescription(/Not enough credits: 3 left, about 4 needed\./);
    expect(button()).toBeEnabled();
    press();
    await waitFor(() => expect(fake.runs.length).toBeGreaterThan(0));
  });
});

describe("credits after a run", () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  /** A panel whose first catalog has been read. */
  async function begin(offer: Offer, options?: Parameters<typeof renderAccount>[1]) {
    const view = renderAccount(offer, options);
    await view.shown(/left/);
    expect(view.fake.calls.catalog).toBe(1);
    return view;
  }
  const run = async ({ press, fake }: Awaited<ReturnType<typeof begin>>, count = 1) => {
    const before = fake.runs.length;
    press();
    await waitFor(() => expect(fake.runs).toHaveLength(before + count));
  };

  it("are read anew, once, and the rest of the catalog stays what it is", async () => {
    const view = await begin({ credits: { left: 12, unit: "credits" }, price: each(1) });
    await run(view);
    await pass(60_000);
    expect(view.fake.calls.catalog).toBe(1);
    view.account.credits = { left: 11, unit: "credits" };
    await act(async () => view.fake.run().succeed(generationOf()));
    await pass(1_000);
    expect(view.line()).toBe("11 credits left");
    await pass(60_000);
    expect(view.fake.calls.catalog).toBe(2);
  });

  it("are read once for images that end together, and not for each of those that end one by one", async () => {
    const view = await begin({ credits: { left: 12, unit: "credits" }, price: each(1) });
    fireEvent.click(screen.getByRole("radio", { name: /^4/ }));
    await run(view, 4);
    for (const one of view.fake.runs) {
      await act(async () => one.succeed(generationOf()));
      await pass(1_000);
    }
    await pass(60_000);
    expect(view.fake.calls.catalog).toBe(2);
  });

  it("are read every ten seconds while other images are made, and at the end", async () => {
    const view = await begin({ credits: { left: 12, unit: "credits" }, price: each(1) });
    fireEvent.click(screen.getByRole("radio", { name: /^2/ }));
    await run(view, 2);
    await act(async () => view.fake.runs[0]?.succeed(generationOf()));
    await pass(9_000);
    expect(view.fake.calls.catalog).toBe(1);
    await pass(2_000);
    expect(view.fake.calls.catalog).toBe(2);
    await act(async () => view.fake.runs[1]?.succeed(generationOf()));
    await pass(1_000);
    expect(view.fake.calls.catalog).toBe(3);
  });

  it("are read at once when they are exhausted, also while others go on", async () => {
    const view = await begin({ credits: { left: 12, unit: "credits" }, price: each(1) });
    fireEvent.click(screen.getByRole("radio", { name: /^2/ }));
    await run(view, 2);
    view.account.credits = { left: 0, unit: "credits" };
    await act(async () =>
      view.fake.runs[0]?.fail(new ImageNodeError({ kind: "credits_exhausted", charged: false })),
    );
    await pass(1_000);
    expect(view.line()).toBe("No credits left.");
  });

  it("stay where they can't be read, and come with the next run", async () => {
    let isAway = false;
    const fake = createFakeClient({
      catalog: () =>
        isAway
          ? Promise.reject(new ImageNodeError({ kind: "network" }))
          : Promise.resolve(
              offerOf({
                credits: { left: fake.runs.length === 0 ? 12 : 10, unit: "credits" },
                price: each(1),
              }),
            ),
    });
    renderPanel(cat(), { fake });
    const line = () => document.querySelector('[data-imagenode-part="config-form-credits"]')?.textContent;
    await waitFor(() => expect(line()).toContain("12 credits left"));
    for (const away of [true, false]) {
      isAway = away;
      const before = fake.runs.length;
      fireEvent.click(screen.getByRole("button", { name: "Generate" }));
      await waitFor(() => expect(fake.runs).toHaveLength(before + 1));
      await act(async () => fake.run().succeed(generationOf()));
      await pass(1_000);
      expect(line()).toContain(away ? "12 credits left" : "10 credits left");
      expect(screen.queryByText(/could not be loaded/)).toBeNull();
    }
  });

  it("are read anew after a run of the host's own engine", async () => {
    let end: () => void = () => undefined;
    const onGenerate = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const view = await begin({ credits: { left: 12, unit: "credits" }, price: each(1) }, { onGenerate });
    view.press();
    await waitFor(() => expect(onGenerate).toHaveBeenCalled());
    view.account.credits = { left: 8, unit: "credits" };
    await act(async () => end());
    await pass(1_000);
    expect(view.line()).toBe("8 credits left");
    expect(view.fake.calls.catalog).toBe(2);
  });

  it("cost a back end without an account no request", async () => {
    const view = renderAccount({});
    await screen.findByText("Price not known");
    view.press();
    await waitFor(() => expect(view.fake.runs).toHaveLength(1));
    await act(async () => view.fake.run().succeed(generationOf()));
    await pass(60_000);
    expect(view.fake.calls.catalog).toBe(1);
  });
});

describe("the error of exhausted credits", () => {
  const fail = async (offer: Offer, error: Partial<ConstructorParameters<typeof ImageNodeError>[0]>) => {
    const view = renderAccount(offer);
    await screen.findByText("Price not known");
    view.press();
    await waitFor(() => expect(view.fake.runs).toHaveLength(1));
    await act(async () =>
      view.fake.run().fail(new ImageNodeError({ kind: "credits_exhausted", charged: false, ...error })),
    );
    const card = document.querySelector('[data-imagenode-part="preview-error"]');
    return { ...view, card };
  };
  const inDays = (days: number) => Date.now() + days * 86_400_000;
  const dateOf = (moment: number) => new Intl.DateTimeFormat("en", { dateStyle: "medium" }).format(moment);

  it("says when they are filled up, by the catalog, and offers no repeat", async () => {
    const moment = inDays(40);
    const resetsAt = new Date(moment).toISOString();
    const { card } = await fail({ credits: { left: 0, unit: "credits", resetsAt } }, {});
    await waitFor(() => expect(card).toHaveTextContent(`They are filled up on ${dateOf(moment)}.`));
    expect(card).toHaveTextContent("No credits left");
    expect(card).toHaveTextContent("You were not charged for an image.");
    expect(screen.queryByRole("button", { name: /^Retry/ })).toBeNull();
  });

  it("says so by the refusal itself, before the catalog", async () => {
    const resetsAt = new Date(inDays(40)).toISOString();
    const { card } = await fail(
      { credits: { left: 0, unit: "credits", resetsAt } },
      { retryAfterMs: 3 * 86_400_000 },
    );
    await waitFor(() => expect(card).toHaveTextContent(`They are filled up on ${dateOf(inDays(3))}.`));
    expect(screen.queryByRole("button", { name: /^Retry/ })).toBeNull();
  });

  it("of the provider's account names the administrator, and no time of the caller's own", async () => {
    const resetsAt = new Date(inDays(40)).toISOString();
    const { card } = await fail(
      { credits: { left: 9, unit: "credits", resetsAt } },
      { reason: "provider_account" },
    );
    expect(card).toHaveTextContent("The model's account is empty");
    expect(card).toHaveTextContent("The administrator has to top up the account");
    await act(() => import("../../src/react/preview/errors/CreditsNote.js"));
    expect(card).not.toHaveTextContent("filled up");
    expect(screen.queryByRole("button", { name: /^Retry/ })).toBeNull();
  });
});
