import type { GenerationStore } from "image-generation-node/client";
import type { EngineOptions } from "../engine/createEngine.js";
import { createActionExecutor } from "./createActionExecutor.js";
import { executeAgent } from "./executeAgent.js";
import { createHttpExecutor } from "./createHttpExecutor.js";
import { createImageExecutor } from "./createImageExecutor.js";
import { executeTrigger } from "./executeTrigger.js";
import { createVisionExecutor } from "./createVisionExecutor.js";
import type { SendServices } from "./send.js";

/** Creates the executor of every kind of node. `getStore` returns the store that an image node's face and panel show. */
export function createExecutors(
  services: SendServices,
  getStore: (nodeId: string) => GenerationStore,
): EngineOptions["executors"] {
  return {
    trigger: executeTrigger,
    agent: executeAgent,
    image: createImageExecutor(services.client, getStore),
    vision: createVisionExecutor(services),
    action: createActionExecutor(services),
    http: createHttpExecutor(services),
  };
}
