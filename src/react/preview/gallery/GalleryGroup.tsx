"use client";
import { memo } from "react";
import type { BatchItem } from "./Batch.js";
import { GalleryItem } from "./GalleryItem.js";
import type { GalleryItemEvents } from "./GalleryItem.js";

/** Number of items in a group: React goes through one such group, and through the groups, when one item changes. */
export const GROUP_SIZE = 100;

/** Items of a batch from one place on. Renders them without an element around, and again only when one of them has changed. */
export const GalleryGroup = memo(function GalleryGroup({
  items,
  from,
  onRetry,
  onSelect,
}: GalleryGroupProps) {
  return items
    .slice(from, from + GROUP_SIZE)
    .map((item) => <GalleryItem key={item.index} item={item} onRetry={onRetry} onSelect={onSelect} />);
}, isSameGroup);

function isSameGroup(before: GalleryGroupProps, after: GalleryGroupProps): boolean {
  if (before.onRetry !== after.onRetry || before.onSelect !== after.onSelect) return false;
  if (before.items === after.items) return true;
  for (let at = after.from; at < after.from + GROUP_SIZE; at += 1)
    if (before.items[at] !== after.items[at]) return false;
  return true;
}

interface GalleryGroupProps extends GalleryItemEvents {
  /** All items of the batch. */
  items: readonly BatchItem[];
  /** Place of the group's first item. */
  from: number;
}
