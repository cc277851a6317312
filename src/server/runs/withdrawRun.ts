import type { HandlerContext } from "../createHandlerContext.js";
import { callQuietly } from "../hooks/callQuietly.js";
import type { RunRecord } from "./RunStore.js";

/** Takes a run that ended before a worker started it out of the queue, in the background. Never throws. */
export function withdrawRun({ options, runs }: HandlerContext, { scope, id }: RunRecord): void {
  const { dispatch, waitUntil } = options;
  callQuietly(async () => {
    const work = dispatch?.withdraw?.({ scope, id }, { runs });
    if (work) waitUntil?.(work.catch(() => undefined));
    await work;
  });
}
