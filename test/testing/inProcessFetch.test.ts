import { describe, expect, it } from "vitest";
import { inProcessFetch } from "image-generation-node/testing";

const echo = async (request: Request) =>
  Response.json({
    url: request.url,
    method: request.method,
    body: await request.text(),
    x: request.headers.get("X"),
  });

describe("inProcessFetch", () => {
  it("hands a web-standard request to the handler", async () => {
    const fetch = inProcessFetch(echo, "https://host.example/app/");
    const response = await fetch("api/thing?a=1", { method: "POST", headers: { X: "y" }, body: "text" });
    expect(await response.json()).toEqual({
      url: "https://host.example/app/api/thing?a=1",
      method: "POST",
      body: "text",
      x: "y",
    });
    expect(response.url).toBe("https://host.example/app/api/thing?a=1");
  });

  it("takes a Request and a URL", async () => {
    const fetch = inProcessFetch(echo);
    const asRequest = await fetch(new Request("http://localhost/a", { method: "PUT", body: "b" }));
    expect(await asRequest.json()).toMatchObject({ url: "http://localhost/a", method: "PUT", body: "b" });
    expect(await (await fetch(new URL("http://localhost/c"))).json()).toMatchObject({
      url: "http://localhost/c",
    });
  });

  it("does not call the handler when the signal is aborted already", async () => {
    let calls = 0;
    const fetch = inProcessFetch(() => new Response(String((calls += 1))));
    const reason = new Error("left");
    await expect(fetch("/", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(calls).toBe(0);
  });

  it("rejects with the signal's reason while the handler is silent, and tells the handler", async () => {
    let seen: AbortSignal | undefined;
    const fetch = inProcessFetch((request) => {
      seen = request.signal;
      return new Promise<Response>(() => {});
    });
    const leave = new AbortController();
    const answer = fetch("/", { signal: leave.signal });
    leave.abort(new Error("left"));
    await expect(answer).rejects.toThrow("left");
    expect(seen?.aborted).toBe(true);
  });

  it("ends a body that is being read, and cancels its source", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("first")),
      cancel: () => void (cancelled = true),
    });
    const leave = new AbortController();
    const response = await inProcessFetch(() => new Response(body))("/", { signal: leave.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
    leave.abort(new Error("left"));
    await expect(reader.read()).rejects.toThrow("left");
    expect(cancelled).toBe(true);
  });

  it("streams what the handler streams, part by part", async () => {
    let next: (text: string) => void = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (next = (text) => controller.enqueue(new TextEncoder().encode(text))),
    });
    const leave = new AbortController();
    const response = await inProcessFetch(() => new Response(body))("/", { signal: leave.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    next("one");
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("one");
    next("two");
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("two");
    await reader.cancel();
  });

  it("shows a handler that throws as a lost connection", async () => {
    const fetch = inProcessFetch(() => {
      throw new Error("broken");
    });
    await expect(fetch("/")).rejects.toThrow(TypeError);
  });

  it("follows no redirect", async () => {
    const fetch = inProcessFetch(() => new Response(null, { status: 302, headers: { Location: "/b" } }));
    await expect(fetch("/a")).rejects.toThrow(TypeError);
    expect((await fetch("/a", { redirect: "manual" })).status).toBe(302);
  });

  it("reads blob and data URLs without the handler", async () => {
    const fetch = inProcessFetch(() => new Response("handler"));
    expect(await (await fetch("data:text/plain,hello")).text()).toBe("hello");
    const url = URL.createObjectURL(new Blob(["blob"]));
    expect(await (await fetch(url)).text()).toBe("blob");
    URL.revokeObjectURL(url);
  });
});
