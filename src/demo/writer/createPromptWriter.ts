import type { WritePromptRequest } from "../../server/index.js";
import { writePrompt } from "./writePrompt.js";

/** Prompt model that writes by rule; it is not AI. */
export interface PromptWriter {
  /** Returns one English sentence of at most 300 characters, without style words; empty where there are no facts. */
  write(request: WritePromptRequest): Promise<string>;
}

/** Creates the demo prompt writer; it is not AI and sends nothing. The same request gives the same sentence. */
export function createPromptWriter(): PromptWriter {
  return {
    async write(request) {
      request.signal.throwIfAborted();
      return writePrompt(request);
    },
  };
}
