import { describePeer } from "./describePeer.js";
import { createProblem } from "../http/createProblem.js";
import { SetupError } from "./SetupError.js";

/** Loads the AI SDK only where a model of it is used: it is an optional peer. */
export async function loadSdk() {
  try {
    return await import("ai");
  } catch (reason) {
    const cause = new SetupError(
      `A model of the AI SDK cannot be called, because ${describePeer("ai", reason)}. ` +
        "Run `npm install ai` (version 6 or 7), or make the model a { generate } or { write } object.",
      { cause: reason },
    );
    throw createProblem("provider_misconfigured", { cause });
  }
}
