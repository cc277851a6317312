import { createLoader } from "../internal/createLoader.js";

/** Code that advises about a run, estimates, checks and prepares it, and says why it could not begin. */
export const runCode = /* @__PURE__ */ createLoader(() => import("./run/index.js"));
