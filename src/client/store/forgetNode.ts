import { MAX_VARIATIONS } from "../../internal/maxVariations.js";
import { historyName, recordName, variationSlot, variationsName } from "../../internal/recordName.js";
import type { GenerationStorage } from "./createRecordKeeper.js";

/**
 * Removes what a storage keeps of a node: its last runs and its images. Call it when a node is deleted, so that one that
 * gets the same id later begins empty. The images themselves stay where the back end stored them.
 *
 * @param nodeId id of the node, or the `slot` of its store
 *
 * @example
 * function onNodesDelete(nodes: { id: string }[]) {
 *   for (const node of nodes) forgetNode(localStorage, node.id);
 * }
 */
export function forgetNode(storage: GenerationStorage, nodeId: string): void {
  const variations = Array.from({ length: MAX_VARIATIONS }, (_, index) =>
    recordName(variationSlot(nodeId, index + 1)),
  );
  for (const name of [recordName(nodeId), historyName(nodeId), variationsName(nodeId), ...variations]) {
    try {
      storage.removeItem(name);
    } catch {
      // A forbidden storage keeps nothing either.
    }
  }
}
