import { afterAll } from "vitest";
import { describeConformance } from "image-generation-node/testing/vitest";
import { startBackend } from "./startBackend.js";

const given = { provider: true, otherScope: true, authentication: true };
const endsSoon = "a link that has ended is link_expired";

const backend = await startBackend();
const shortLinks = await startBackend({ handler: { limits: { urlTtlSeconds: 1 } } });
afterAll(() => Promise.all([backend.close(), shortLinks.close()]));

describeConformance("our handler with the SDK's models, over HTTP", {
  ...given,
  context: backend.context,
  concurrent: true,
  filter: ({ name }) => name !== endsSoon,
});

describeConformance("our handler with links that end after a second", {
  ...given,
  context: shortLinks.context,
  filter: ({ name }) => name === endsSoon,
});
