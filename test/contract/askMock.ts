import { createClient } from "image-generation-node/client";
import { ERROR_KINDS, ImageNodeError, createImageNodeConfig } from "image-generation-node/contract";
import type { ErrorKind } from "image-generation-node/contract";

/** Refusals that the mock is asked for, by the names of their examples. */
export const REFUSALS: readonly ErrorKind[] = [
  "unauthorized",
  "credits_exhausted",
  "invalid_request",
  "missing_variable",
  "content_blocked",
  "rate_limited",
  "internal",
  "timeout",
];

/** Calls every operation of a mock that answers with the examples of the document, with our client. Returns what it read. */
export async function askMock(baseUrl: string, send: typeof fetch) {
  const client = createClient({ baseUrl, fetch: send, maxRetries: 0 });
  const config = createImageNodeConfig({ prompt: { template: "A fox" } });
  const request = { config, variables: {} };
  const stages: string[] = [];
  const catalog = await client.catalog();
  const preview = await client.previewPrompt(request);
  const streamed = await client.generate(request, { onEvent: ({ event }) => void stages.push(event) });
  const state = await client.get(streamed.id);
  await client.cancel(streamed.id);
  const fresh = await client.refreshUrl(streamed.output.attachmentId);
  // Preferences choose the answer of the mock (RFC 7240).
  const preferring = (prefer: string, accept: string) =>
    createClient({
      baseUrl,
      maxRetries: 0,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set("Prefer", prefer);
        headers.set("Accept", accept);
        return send(input, { ...init, headers });
      },
    });
  const plain = await preferring("code=200", "application/json").generate(request);
  const refused: Record<string, unknown> = {};
  for (const kind of REFUSALS) {
    const prefer = `code=${ERROR_KINDS[kind].status}, example=${kind}`;
    const asking = preferring(prefer, "application/problem+json").generate(request);
    refused[kind] = await asking.then(
      () => "answered",
      (error: unknown) => (ImageNodeError.isInstance(error) ? [error.kind, error.retryable] : String(error)),
    );
  }
  return {
    models: catalog.imageModels.map(({ id }) => id),
    written: preview.stages.written,
    events: stages,
    images: [streamed.output.imageUrl, plain.output.imageUrl, fresh.imageUrl],
    status: state.status,
    refused,
  };
}
