/** Returns the name under which a storage keeps the last run of a node. */
export function recordName(slot: string): string {
  return `image-generation-node:${slot}`;
}

/** Returns the name under which a storage keeps the images of a node. */
export function historyName(slot: string): string {
  return `image-generation-node:history:${slot}`;
}
