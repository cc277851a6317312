import { act, screen, waitFor } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { renderAccount } from "./renderAccount.js";
import type { Offer } from "./renderAccount.js";

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
    await waitFor(() => expect(card).toHaveTextContent(`The balance is filled up on ${dateOf(moment)}.`));
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
    await waitFor(() => expect(card).toHaveTextContent(`The balance is filled up on ${dateOf(inDays(3))}.`));
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
