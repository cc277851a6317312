import { inProcessFetch } from "image-generation-node/testing";

type Handler = (request: Request) => Promise<Response>;

const LINK = /"imageUrl":"([^"]+)"/g;

/**
 * Creates a `fetch` for a static page: the demo back end runs in the page and loads with the first request.
 *
 * @param references whether it takes pictures in
 */
export function createPageFetch(baseUrl: string, references: boolean): typeof fetch {
  const publicUrl = new URL(baseUrl, globalThis.location.href).href;
  let loading: Promise<Handler> | undefined;
  const loadHandler = async (): Promise<Handler> => {
    const { createDemoBackend } = await import("image-generation-node/demo");
    return createDemoBackend({ publicUrl, references: references || undefined }).handler;
  };
  return inProcessFetch(async (request) => {
    const handler = await (loading ??= loadHandler());
    return withBlobLinks(await handler(request), handler);
  }, publicUrl);
}

/** Replaces signed links by `blob:` URLs: a static page has no server that could answer them. */
async function withBlobLinks(response: Response, handler: Handler): Promise<Response> {
  const type = response.headers.get("Content-Type") ?? "";
  const { status, headers } = response;
  if (type.startsWith("text/event-stream") && response.body) {
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(perEvent(handler));
    return new Response(events.pipeThrough(new TextEncoderStream()), { status, headers });
  }
  if (!type.includes("json")) return response;
  return new Response(await replaceLinks(await response.text(), handler), { status, headers });
}

function perEvent(handler: Handler): TransformStream<string, string> {
  let rest = "";
  return new TransformStream({
    async transform(chunk, controller) {
      const events = (rest + chunk).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) controller.enqueue(`${await replaceLinks(event, handler)}\n\n`);
    },
    async flush(controller) {
      if (rest) controller.enqueue(await replaceLinks(rest, handler));
    },
  });
}

async function replaceLinks(text: string, handler: Handler): Promise<string> {
  let replaced = text;
  for (const [whole, link] of text.matchAll(LINK)) {
    const picture = await handler(new Request(String(link)));
    if (!picture.ok) continue;
    const url = URL.createObjectURL(await picture.blob());
    replaced = replaced.replace(whole, `"imageUrl":"${url}"`);
  }
  return replaced;
}
