import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { cat } from "./formControls.js";
import { each, offerOf, renderAccount } from "./renderAccount.js";
import type { Offer } from "./renderAccount.js";
import { renderPanel } from "./renderNode.js";
import { generationOf } from "./samples.js";

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
    expect(view.line()).toBe("The balance is used up.");
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

  it("are shown and followed from a refusal on, where the account was out of reach at first", async () => {
    const view = renderAccount({ price: each(1) });
    let ended = 0;
    const end = async (error?: ImageNodeError) => {
      view.press();
      ended += 1;
      await waitFor(() => expect(view.fake.runs).toHaveLength(ended));
      await act(async () => (error ? view.fake.run().fail(error) : view.fake.run().succeed(generationOf())));
      await pass(1_000);
    };
    await waitFor(() => expect(view.fake.calls.catalog).toBe(1));
    await waitFor(() => expect(view.button()).toBeEnabled());
    view.account.credits = { left: 0, unit: "credits" };
    await end(new ImageNodeError({ kind: "credits_exhausted", charged: false }));
    await view.shown("The balance is used up.");
    await pass(60_000);
    expect(view.fake.calls.catalog).toBe(2);
    view.account.credits = { left: 8, unit: "credits" };
    await end();
    await view.shown("8 credits left");
    expect(view.fake.calls.catalog).toBe(3);
  });

  it("are asked for once at a refusal by a back end that never tells them, and not otherwise", async () => {
    const view = renderAccount({});
    await screen.findByText("Price not known");
    const exhausted = new ImageNodeError({ kind: "credits_exhausted", charged: false });
    const others = new ImageNodeError({
      kind: "credits_exhausted",
      reason: "provider_account",
      charged: false,
    });
    let ended = 0;
    for (const [error, reads] of [
      [others, 1],
      [exhausted, 2],
      [undefined, 2],
      [others, 2],
      [exhausted, 3],
    ] as const) {
      view.press();
      ended += 1;
      await waitFor(() => expect(view.fake.runs).toHaveLength(ended));
      await act(async () => (error ? view.fake.run().fail(error) : view.fake.run().succeed(generationOf())));
      await act(() => import("../../src/react/provider/followCredits.js"));
      await pass(60_000);
      expect(view.fake.calls.catalog).toBe(reads);
    }
  });
});
