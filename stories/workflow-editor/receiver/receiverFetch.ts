import { HAS_BACKEND } from "../../support/hasBackend.js";
import { createReceiver } from "./createReceiver.js";

const inPage = createReceiver("/api/receiver");

/** `fetch`, but where the Storybook is static and no server stands behind it, the page receives by itself. */
export const receiverFetch: typeof fetch = (input, init) => {
  if (HAS_BACKEND) return fetch(input, init);
  const request = new Request(input, init);
  return new URL(request.url).pathname.startsWith("/api/receiver/") ? inPage(request) : fetch(request);
};
