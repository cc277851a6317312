import { createClient, createGeneration } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createScriptedBackend, inProcessFetch } from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";
import type { GenerationStore } from "image-generation-node/client";
import { createEngine } from "../../stories/workflow-editor/engine/createEngine.js";
import type { Engine } from "../../stories/workflow-editor/engine/createEngine.js";
import type { JournalStorage } from "../../stories/workflow-editor/engine/createJournal.js";
import type { Tabs } from "../../stories/workflow-editor/engine/Tabs.js";
import type { NodeKind, Workflow, WorkflowNode } from "../../stories/workflow-editor/engine/types.js";
import { createExecutors } from "../../stories/workflow-editor/nodes/createExecutors.js";
import { createReceiver } from "../../stories/workflow-editor/receiver/createReceiver.js";
import type { ReceivedRequest } from "../../stories/workflow-editor/receiver/createReceiver.js";

const ORIGIN = "http://127.0.0.1";

/** A storage that is gone with the test. */
export function createMemory(): JournalStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** An engine on a scripted back end and a receiver, all inside of this process. */
export function createSetup(
  script?: Script,
  storage = createMemory(),
  backend = createScriptedBackend(script),
  tabs?: Tabs,
) {
  const fetchImages = inProcessFetch(backend.handler);
  const receive = createReceiver("/api/receiver");
  const client = createClient({ baseUrl: `${ORIGIN}/api/image-node`, fetch: fetchImages, maxRetries: 0 });
  const fetchAll: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.includes("/api/receiver/") ? receive(request) : fetchImages(request);
  };
  const stores = new Map<string, GenerationStore>();
  const getStore = (id: string) => {
    const store = stores.get(id) ?? createGeneration(client, { slot: id, storage });
    stores.set(id, store);
    return store;
  };
  const executors = createExecutors({ client, fetch: fetchAll, origin: ORIGIN }, getStore);
  const engine = createEngine({ client, executors, storage, tabs });
  const received = async () => {
    const response = await receive(new Request(`${ORIGIN}/api/receiver/received`));
    return ((await response.json()) as { requests: ReceivedRequest[] }).requests;
  };
  return { engine, received, client, backend, storage, receive, stores };
}

export const node = (
  id: string,
  kind: NodeKind,
  config: unknown,
  more: Partial<WorkflowNode> = {},
): WorkflowNode => ({
  id,
  kind,
  slug: id,
  name: id,
  position: { x: Number(id.replace(/\D/g, "")) * 100, y: 0 },
  config,
  ...more,
});
/** Each node after the one before it. */
export const chain = (nodes: readonly WorkflowNode[]): Workflow => ({
  version: 1,
  id: "test",
  name: "Test",
  nodes,
  edges: nodes
    .slice(1)
    .map((one, index) => ({ id: `e${index}`, source: nodes[index]?.id ?? "", target: one.id })),
});
export const trigger = node("n1", "trigger", { type: "form", schedule: "weekly", payload: { name: "mug" } });
export const image = node(
  "n2",
  "image",
  createImageNodeConfig({ prompt: { template: "A {{n1.output.name}}" } }),
);
export const folder = node("n3", "action", { integration: "folder", values: { folder: "Marketing" } });
export const http = (id: string, url: string, onError?: "continue") =>
  node(id, "http", { method: "POST", url, body: "json", field: "file", json: '{"ok":"yes"}' }, { onError });
export const statusOf = (engine: Engine) =>
  Object.fromEntries(Object.entries(engine.getSnapshot().nodes).map(([id, run]) => [id, run.status]));
