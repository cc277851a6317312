"use client";
import { createLoader } from "../internal/createLoader.js";

/** Code of what is said about the prompt: its problems, and the text with the samples filled in. */
export const promptCode = /* @__PURE__ */ createLoader(() => import("./prompt/index.js"));
