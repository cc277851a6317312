import { age, begin, bodyOf, holdFirst } from "./journalHelpers.js";
import type { Pollers } from "./startPollers.js";
import { startProcess } from "./startProcess.js";

/** Begins a run whose process dies in the first poll, and lets its lease run out; returns the run's id. */
export async function dieInPoll(
  pollers: Pollers,
  options: Parameters<typeof startProcess>[1],
  prompt: string,
  body: object = bodyOf("luma", prompt),
): Promise<string> {
  const held = holdFirst(pollers, prompt, ({ step }) => step === "poll");
  const first = startProcess(pollers.origin, options);
  const id = await begin(first, body, prompt);
  void first.deliver(id);
  await held;
  first.die();
  await age(options.runs, id);
  pollers.hook(() => undefined);
  return id;
}
