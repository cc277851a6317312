import { act, renderHook, screen, waitFor } from "@testing-library/react";
import { ImageNodeError } from "image-generation-node/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useFilling } from "../../src/react/provider/index.js";
import { renderAccount } from "./renderAccount.js";

const HOUR = 3_600_000;
/** Longer than one timer can be. */
const FAR = 40 * 24 * HOUR;

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const inTime = (ms: number) => new Date(Date.now() + ms).toISOString();

describe("credits that are filled up", () => {
  it("are read anew when the time has come, once", async () => {
    const view = renderAccount({ credits: { left: 0, unit: "credits", resetsAt: inTime(HOUR) } });
    await view.shown(/^The balance is used up/);
    await pass(HOUR - 60_000);
    expect(view.fake.calls.catalog).toBe(1);
    view.account.credits = { left: 12, unit: "credits" };
    await pass(61_000);
    expect(view.line()).toBe("12 credits left");
    await pass(2 * HOUR);
    expect(view.fake.calls.catalog).toBe(2);
  });

  it("are waited for in parts where the time is far", async () => {
    const moment = Date.now() + FAR;
    const setTimer = vi.spyOn(globalThis, "setTimeout");
    const { result } = renderHook(() => useFilling(moment));
    expect(setTimer).toHaveBeenCalledWith(expect.any(Function), 2 ** 31 - 1);
    await pass(FAR - HOUR);
    expect(result.current).toBe(moment);
    await pass(HOUR);
    expect(result.current).toBeUndefined();
  });

  it("lose their time when it has passed, also where the host is late", async () => {
    const view = renderAccount({ credits: { left: 0, unit: "credits", resetsAt: inTime(HOUR) } });
    await view.shown(/filled up/);
    await pass(HOUR + 1_000);
    expect(view.line()).toBe("The balance is used up.");
    await pass(2 * HOUR);
    expect(view.fake.calls.catalog).toBe(2);
  });

  it("are not waited for once the form is gone, and without them nothing is", async () => {
    const view = renderAccount({ credits: { left: 0, unit: "credits", resetsAt: inTime(HOUR) } });
    await view.shown(/filled up/);
    view.unmount();
    await pass(2 * HOUR);
    expect(view.fake.calls.catalog).toBe(1);
    for (const credits of [undefined, { left: 1, unit: "credits", resetsAt: inTime(-HOUR) }]) {
      const other = renderAccount({ credits });
      await screen.findByText("Price not known");
      await pass(2 * HOUR);
      expect(other.fake.calls.catalog).toBe(1);
      other.unmount();
    }
  });

  it("are no longer promised by an error once the time has passed", async () => {
    const view = renderAccount({});
    await screen.findByText("Price not known");
    view.press();
    await waitFor(() => expect(view.fake.runs).toHaveLength(1));
    await act(async () =>
      view.fake
        .run()
        .fail(new ImageNodeError({ kind: "credits_exhausted", charged: false, retryAfterMs: HOUR })),
    );
    const card = document.querySelector('[data-imagenode-part="preview-error"]');
    await waitFor(() => expect(card).toHaveTextContent("The balance is filled up on"));
    await pass(HOUR + 1_000);
    expect(card).toHaveTextContent("No credits left");
    expect(card).not.toHaveTextContent("filled up");
  });
});
