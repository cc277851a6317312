import type { ImageNodeClient } from "image-generation-node/client";
import { createEngine } from "../engine/createEngine.js";
import { createTabs } from "../engine/createTabs.js";
import { createExecutors } from "../nodes/createExecutors.js";
import { receiverFetch } from "../receiver/receiverFetch.js";
import { createStoreRegistry } from "./createStoreRegistry.js";
import { slotOf } from "./EditorContext.js";
import { openingWorkflow } from "./saveWorkflow.js";

/** Creates what an editor keeps for as long as it is mounted: engine, stores, and the workflow to open with. */
export function createEditorSession(client: ImageNodeClient) {
  const registry = createStoreRegistry(client, localStorage);
  const executors = createExecutors({ client, fetch: receiverFetch, origin: location.origin }, (nodeId) =>
    registry.get(slotOf(engine.getSnapshot().workflow ?? { id: "" }, { id: nodeId })),
  );
  const engine = createEngine({ client, executors, storage: localStorage, tabs: createTabs() });
  return { engine, registry, opening: openingWorkflow(engine.getSnapshot(), localStorage) };
}
