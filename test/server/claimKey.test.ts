import { describe, expect, it, vi } from "vitest";
import { claimKey } from "../../src/server/queue/store/claimKey.js";
import { queued } from "./runStoreSuite.js";

describe("claimKey", () => {
  const run = queued();

  it("creates the run where nobody holds its key, and asks for no other", async () => {
    const findByKey = vi.fn();
    expect(await claimKey(run, async () => true, findByKey)).toEqual({ created: true, run });
    expect(findByKey).not.toHaveBeenCalled();
  });

  it("finds the run that holds the key", async () => {
    const holder = queued({ key: run.key });
    const findByKey = vi.fn(async () => holder);
    expect(await claimKey(run, async () => false, findByKey)).toEqual({ created: false, run: holder });
    expect(findByKey).toHaveBeenCalledWith(run.scope, run.key);
  });

  it("claims again a key that was freed between the claim and the search", async () => {
    const claim = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    expect(await claimKey(run, claim, async () => null)).toEqual({ created: true, run });
  });

  it("gives up where that never ends", async () => {
    const claim = vi.fn(async () => false);
    await expect(claimKey(run, claim, async () => null)).rejects.toThrow(/again and again/);
    expect(claim).toHaveBeenCalledTimes(10);
  });
});
