import type { Bag } from "../isBag.js";

/** Renames a member `settings` that is no list of this node's settings, so that the place of those is free. */
export function setSettingsAside(root: Bag, notes: string[]): void {
  if (root.settings === undefined) return;
  root.otherSettings = root.settings;
  delete root.settings;
  notes.push('Kept "settings" as "otherSettings": it holds something else.');
}
