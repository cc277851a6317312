import { expect, it } from "vitest";
import * as client from "image-generation-node/client";
import { soakClient } from "../../bench/client/soakClient.ts";

it("ends every kind of run, and leaves none of them in memory", async () => {
  const { ended, before, after } = await soakClient(client, 400);
  expect(ended).toEqual({ json: 100, stream: 100, refused: 100, aborted: 100 });
  // A run that stayed would leave its 20 kB of picture: 80 streams would be 1.6 MB.
  expect(after - before).toBeLessThan(1_500_000);
});
