import { createLoader } from "../internal/createLoader.js";

/** Code that checks and prepares a run, and says why it could not begin. */
export const runCode = /* @__PURE__ */ createLoader(() => import("./run/index.js"));
