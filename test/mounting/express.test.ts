import { getRequestListener } from "@hono/node-server";
import express from "express";
import { describe, expect, it } from "vitest";
import { body, createTestBackend } from "../server/testBackend.js";
import { mountSuite, PREFIX } from "./mountSuite.js";
import type { Handler } from "./mountSuite.js";
import { serveHttp } from "./serveHttp.js";

const listenerOf = (handler: Handler) => getRequestListener(handler, { overrideGlobalObjects: false });

mountSuite("Express 5, which strips the prefix", (handler) =>
  serveHttp(express().use(PREFIX, listenerOf(handler)).use(express.json())),
);

mountSuite("Express 5, under a path", (handler) =>
  serveHttp(express().all(`${PREFIX}/*rest`, listenerOf(handler))),
);

describe("mounted in Express 5 after a body parser", () => {
  it.each([
    ["its length given", (text: string) => text],
    ["its length not given", (text: string) => new Blob([text]).stream()],
  ])("says that the body was read before, with %s", async (_, toBody) => {
    const backend = createTestBackend();
    const app = express().use(express.json()).use(PREFIX, listenerOf(backend.handler));
    const { base, close } = await serveHttp(app);
    try {
      for (const path of ["generations", "prompts"]) {
        const sent = toBody(JSON.stringify(body()));
        const response = await fetch(`${base}/${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "Idempotency-Key": "k" },
          body: sent,
          ...(typeof sent === "string" ? {} : { duplex: "half" }),
        });
        expect(response.status).toBe(400);
        const detail = expect.stringMatching(/body parser.*before/) as string;
        expect(await response.json()).toMatchObject({ kind: "body_unreadable", charged: false, detail });
      }
      expect((await fetch(`${base}/catalog`)).status).toBe(200);
    } finally {
      await close();
    }
  });
});
