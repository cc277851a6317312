import { expect, it } from "vitest";
import * as client from "image-generation-node/client";
import { soakClient } from "../../bench/client/soakClient.ts";

it("ends every kind of run, and leaves none of them in memory", async () => {
  const { ended, before, after } = await soakClient(client, 800);
  expect(ended).toEqual({ json: 200, stream: 200, refused: 200, aborted: 200 });
  // Runs that stayed would leave their 20 kB of picture, more than once each: 160 streams are over 3 MB.
  expect(after - before).toBeLessThan(2_500_000);
});
