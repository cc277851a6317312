import type { WritePromptRequest } from "../../server/index.js";
import { writePrompt } from "./writePrompt.js";

/** A prompt model that follows rules instead of calling one. */
export interface PromptWriter {
  /** One English sentence of at most 300 characters without style words; empty when there is nothing to write about. */
  write(request: WritePromptRequest): Promise<string>;
}

/** The demo prompt writer: no model is asked, nothing leaves the machine. The same request gives the same sentence. */
export function createPromptWriter(): PromptWriter {
  return {
    async write(request) {
      request.signal.throwIfAborted();
      return writePrompt(request);
    },
  };
}
