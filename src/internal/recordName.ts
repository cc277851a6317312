/** Returns the name under which a storage keeps the last run of a node. */
export function recordName(slot: string): string {
  return `image-generation-node:${slot}`;
}

/** Returns the name under which a storage keeps the images of a node. */
export function historyName(slot: string): string {
  return `image-generation-node:history:${slot}`;
}

/** Returns the slot under which a node keeps the run of one of several images, numbered from 1. */
export function variationSlot(slot: string, number: number): string {
  return `variation-${number}:${slot}`;
}

/** Returns the name under which a storage keeps which images of a node were asked for at once. */
export function variationsName(slot: string): string {
  return `image-generation-node:variations:${slot}`;
}
