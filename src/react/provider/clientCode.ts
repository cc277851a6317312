import { createLoader } from "../internal/createLoader.js";

/** Client, and the store of one node's generation. */
export const clientCode = /* @__PURE__ */ createLoader(() => import("./client/index.js"));
