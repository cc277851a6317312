import { getRequestListener } from "@hono/node-server";
import { mountSuite } from "./mountSuite.js";
import { serveHttp } from "./serveHttp.js";

mountSuite("Node's http", (handler) =>
  serveHttp(getRequestListener(handler, { overrideGlobalObjects: false })),
);
