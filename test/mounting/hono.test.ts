import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { mountSuite, PREFIX } from "./mountSuite.js";
import { serveHttp } from "./serveHttp.js";

mountSuite("Hono, under a path", (handler) => {
  const app = new Hono().all(`${PREFIX}/*`, (context) => handler(context.req.raw));
  return serveHttp(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
});

mountSuite("Hono, by mount, which strips the prefix", (handler) => {
  const app = new Hono().mount(PREFIX, handler);
  return serveHttp(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
});
