import { act, renderHook } from "@testing-library/react";
import { fromGeneration } from "image-generation-node/client";
import type { GenerationState } from "image-generation-node/client";
import { ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latePauses } from "../../src/react/preview/late/latePauses.js";
import { useLateImage } from "../../src/react/preview/late/useLateImage.js";
import { createFakeClient } from "./fakeClient.js";
import { generationOf } from "./samples.js";

const MINUTE = 60_000;
const { output, image } = generationOf();
const arrived = { id: "gen_1", status: "failed" as const, late: { output, image } };
const nothingYet = { id: "gen_1", status: "failed" as const };

function timedOut(endedAt: number): GenerationState {
  return {
    status: "failed",
    id: "gen_1",
    startedAt: endedAt - MINUTE,
    endedAt,
    request: { config: createImageNodeConfig() },
    error: new ImageNodeError({ kind: "timeout", id: "gen_1" }),
  } as GenerationState;
}

/** A preview after a run that took too long, and how often the back end was asked about it. */
function watch(state: GenerationState = timedOut(Date.now())) {
  const { client } = createFakeClient();
  const get = vi.spyOn(client, "get").mockResolvedValue(nothingYet);
  const onFound = vi.fn();
  const view = renderHook(() => useLateImage(state, client, onFound));
  return { ...view, get, onFound };
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

function showPage(visible: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(!visible);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a picture that comes after the time limit", () => {
  it("is found without a press", async () => {
    const { get, result, onFound } = watch();
    await pass(5_000);
    expect(get).toHaveBeenCalled();
    expect(result.current.status).toBe("idle");
    get.mockResolvedValue(arrived);
    await pass(10_000);
    expect(result.current).toMatchObject({ status: "found", generation: { id: "gen_1", output } });
    expect(onFound).toHaveBeenCalledOnce();
    const asked = get.mock.calls.length;
    await pass(5 * MINUTE);
    expect(get).toHaveBeenCalledTimes(asked);
  });

  it("is looked for ever less often, and no more once it would be thrown away", async () => {
    const { get, result } = watch();
    await pass(30_000);
    const first = get.mock.calls.length;
    await pass(30_000);
    expect(get.mock.calls.length - first).toBeLessThan(first);
    await pass(10 * MINUTE);
    expect(get.mock.calls.length).toBeLessThanOrEqual(12);
    expect(result.current.status).toBe("none");
    expect(result.current.look).not.toBeNull();
  });

  it("is not looked for while the page is hidden, and at once when it shows again", async () => {
    const { get } = watch();
    showPage(false);
    await pass(5 * MINUTE);
    expect(get).not.toHaveBeenCalled();
    showPage(true);
    await pass(0);
    expect(get).toHaveBeenCalledOnce();
  });

  it("is not looked for after the preview is gone", async () => {
    const { get, unmount } = watch();
    unmount();
    await pass(MINUTE);
    expect(get).not.toHaveBeenCalled();
  });

  it.each([
    ["goes on looking after a lost connection", "network", 3],
    ["gives up on a run that the back end does not know", "not_found", 1],
  ] as const)("%s", async (_, kind, atLeast) => {
    const { get } = watch();
    get.mockRejectedValue(new ImageNodeError({ kind }));
    await pass(30_000);
    expect(get.mock.calls.length >= atLeast && (kind === "network" || get.mock.calls.length === 1)).toBe(
      true,
    );
  });

  it("is not looked for any more once the back end says that it is gone", async () => {
    const { get, result } = watch();
    await pass(5_000);
    const problem = { status: 504, kind: "timeout", reason: "no_longer_available", charged: null };
    get.mockResolvedValue({ ...nothingYet, problem });
    await pass(10_000);
    expect(result.current).toMatchObject({ look: null, error: { reason: "no_longer_available" } });
    const asked = get.mock.calls.length;
    await pass(10 * MINUTE);
    expect(get).toHaveBeenCalledTimes(asked);
  });

  it("is taken where it came although it was thought to be gone", async () => {
    const { get, result } = watch();
    const problem = { status: 504, kind: "timeout", reason: "no_longer_available", charged: null };
    get.mockResolvedValue({ ...arrived, problem });
    await pass(10_000);
    expect(result.current).toMatchObject({ status: "found", error: undefined });
  });

  it("is not looked for where it was gone as the run ended", async () => {
    const error = new ImageNodeError({ kind: "timeout", reason: "no_longer_available", id: "gen_1" });
    const { get, result } = watch({ ...timedOut(Date.now()), error } as GenerationState);
    await pass(MINUTE);
    expect(get).not.toHaveBeenCalled();
    expect(result.current.look).toBeNull();
  });

  it("is no matter of a run that succeeded", async () => {
    const { get, result } = watch(fromGeneration(generationOf()));
    await pass(MINUTE);
    expect(get).not.toHaveBeenCalled();
    expect(result.current.look).toBeNull();
  });
});

describe("latePauses", () => {
  it("grow up to a bound, and end with the time in which a picture is still taken", () => {
    const pauses = latePauses(0);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.length).toBeLessThanOrEqual(12);
    const total = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeGreaterThanOrEqual(150_000);
    expect(total).toBeLessThan(175_000);
  });

  it("begin with a look at once for a run of a while ago, and end with it for one of long ago", () => {
    expect(latePauses(20_000).slice(0, 2)).toEqual([0, 2000]);
    expect(latePauses(24 * 60 * MINUTE)).toEqual([0]);
  });
});
