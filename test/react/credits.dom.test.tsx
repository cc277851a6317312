import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { de } from "image-generation-node/messages/de";
import type { MessageOverrides } from "image-generation-node";
import { describe, expect, it } from "vitest";
import { each, renderAccount } from "./renderAccount.js";
import type { Offer } from "./renderAccount.js";

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
    ["that nothing is left", { credits: { left: 0, unit: "credits" } }, "The balance is used up."],
    [
      "that nothing is left of money",
      { credits: { left: 0, unit: "USD" }, price: each(0.04, 0.04, "USD") },
      "The balance is used up.",
    ],
    [
      "nothing of a want where runs are free",
      { credits: { left: 0, unit: "credits" }, price: each(0) },
      "0 credits left",
    ],
    [
      "that they will not do",
      { credits: { left: 3, unit: "credits" }, price: each(4) },
      "Not enough: 3 credits left, about 4 credits needed.",
    ],
    [
      "that the money will not do",
      { credits: { left: 0.02, unit: "USD" }, price: each(0.04, 0.07, "USD") },
      "Not enough: 0.02 USD left, about 0.04–0.07 USD needed.",
    ],
    [
      "that they may not do",
      { credits: { left: 3, unit: "credits" }, price: each(2, 4) },
      "It may not be enough: 3 credits left, about 2–4 credits needed.",
    ],
    [
      "in German that they will not do",
      { credits: { left: 3, unit: "credits" }, price: each(4) },
      "Das Guthaben reicht nicht: noch 3 Credits, etwa 4 Credits nötig.",
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
    await german.shown(
      `Das Guthaben ist aufgebraucht. Das Guthaben wird am ${date("de")} wieder aufgefüllt.`,
    );
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
    await shown("Not enough: 0.30 USD left, about 0.40 USD needed.");
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
    expect(region).toHaveTextContent("Not enough: 3 credits left, about 4 credits needed.");
    expect(button()).toHaveAccessibleDescription(/Not enough: 3 credits left, about 4 credits needed\./);
    expect(button()).toBeEnabled();
    press();
    await waitFor(() => expect(fake.runs.length).toBeGreaterThan(0));
  });
});
