import { clientCode } from "../provider/index.js";
import { runCode } from "./runCode.js";

/** Fetches what a run needs where the fetch after the first paint has failed. Called when somebody comes near a run. */
export function fetchRunCode(): void {
  for (const loader of [runCode, clientCode]) loader.load().catch(() => undefined);
}
