import { expect, vi } from "vitest";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { GenerationStatus } from "image-generation-node/contract";
import type { RunRecord, RunStore } from "image-generation-node/server";
import type { Poller } from "./pollerModels.js";
import type { PollerEvent, Pollers } from "./startPollers.js";
import { SCOPE } from "./startProcess.js";
import type { Process } from "./startProcess.js";

/** Style whose words are added to every prompt. */
export const STYLE = "watercolor";

export const bodyOf = (imageModel: Poller, template: string, more: object = {}) => ({
  config: createImageNodeConfig({ imageModel, style: STYLE, prompt: { mode: "manual", template } }),
  variables: {},
  ...more,
});

/** Promise that a process waits for which is gone. */
export const never = () => new Promise<undefined>(() => undefined);

/** Holds the first event of a kind, of the run with a prompt, for ever, and says when it came. */
export function holdFirst(
  pollers: Pollers,
  prompt: string,
  matches: (event: PollerEvent) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    let isHeld = false;
    pollers.hook((event) => {
      if (isHeld || !event.prompt.startsWith(prompt) || !matches(event)) return undefined;
      isHeld = true;
      resolve();
      return never();
    });
  });
}

export async function readRun(runs: RunStore, id: string): Promise<RunRecord> {
  const run = await runs.get(SCOPE, id, true);
  if (!run) throw new Error("There is no run.");
  return run;
}

/** Lets the time run out in which the process that carries a run out must have said something. */
export async function age(runs: RunStore, id: string, patch: Parameters<RunStore["update"]>[3] = {}) {
  const { revision } = await readRun(runs, id);
  expect(await runs.update(SCOPE, id, revision, { abandonedAt: 1, ...patch })).not.toBeNull();
}

/** Begins a run that nobody waits for; returns its id. */
export async function begin(process: Process, body: object, key: string): Promise<string> {
  const response = await process.post(body, key.replaceAll(" ", "-"));
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

/** Looks at a run until something holds of it. */
export function untilRead(
  process: Process,
  id: string,
  holds: (status: GenerationStatus) => boolean,
): Promise<GenerationStatus> {
  const look = async () => {
    const status = (await (await process.get(id)).json()) as GenerationStatus;
    expect(holds(status), JSON.stringify(status)).toBe(true);
    return status;
  };
  return vi.waitFor(look, { timeout: 20_000, interval: 20 });
}

export const untilEnded = (process: Process, id: string) =>
  untilRead(process, id, ({ status }) => status !== "queued" && status !== "running");
