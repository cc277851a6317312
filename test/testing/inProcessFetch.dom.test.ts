import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import { createScriptedBackend, fixtures, inProcessFetch } from "image-generation-node/testing";

describe("inProcessFetch in a page", () => {
  it("resolves relative URLs and takes the page's own AbortSignal", async () => {
    const fetch = inProcessFetch(async (request) => new Response(request.url), location.href);
    const response = await fetch("/api/thing", { signal: new AbortController().signal });
    expect(await response.text()).toBe(new URL("/api/thing", location.href).href);
  });

  it("ends at once when the page leaves", async () => {
    const leave = new AbortController();
    const answer = inProcessFetch(() => new Promise<Response>(() => {}))("/", { signal: leave.signal });
    leave.abort(new Error("left"));
    await expect(answer).rejects.toThrow("left");
  });

  it("carries the client and a scripted back end", async () => {
    const { handler } = createScriptedBackend();
    const fetch = inProcessFetch(handler, location.href);
    const client = createClient({ baseUrl: "/api", fetch });
    const { output } = await client.generate(fixtures.request);
    expect(output.imageUrl).toMatch(/^blob:/);
    expect((await fetch(output.imageUrl)).headers.get("Content-Type")).toBe("image/png");
  });
});
