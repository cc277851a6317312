import { expect, vi } from "vitest";
import type { SdkModel } from "../../../src/server/models/ModelEntry.js";
import { body, createTestBackend } from "../testBackend.js";
import { API_KEY, PROMPT } from "./ProviderCase.js";

/** Expects of a model that cannot sign its request, that this is the host's mistake: nothing is sent, nothing is paid. */
export async function expectUnsent(model: SdkModel): Promise<void> {
  const sent = vi.fn(() => Promise.reject(new Error("A test asked for something.")));
  vi.stubGlobal("fetch", sent);
  const logged = vi.fn();
  const backend = createTestBackend({ imageModels: { "the/model": { model } }, hooks: { onError: logged } });
  const response = await backend.post("/generations", body({ prompt: { template: PROMPT } }));
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ kind: "provider_misconfigured", charged: false, stage: "image" });
  expect(`${text}${JSON.stringify(logged.mock.calls)}`).not.toContain(API_KEY);
  expect(sent).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
}
