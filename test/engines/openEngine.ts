import type { EngineDriver } from "./EngineDriver.js";
import type { Engine } from "./findEngines.js";
import { openFirefox } from "./openFirefox.js";
import { openWebKit } from "./openWebKit.js";

/** Starts a browser that was found. */
export function openEngine({ name, program, screen }: Engine): Promise<EngineDriver> {
  return name === "firefox" ? openFirefox(program) : openWebKit({ driver: program, screen });
}
