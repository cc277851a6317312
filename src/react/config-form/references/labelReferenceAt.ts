import type { Messages } from "./referenceMessages.js";
import { referenceMessages } from "./referenceMessages.js";

/** Names the reference that a path such as "references.2" leads to, or the list; `undefined` for another path. */
export function labelReferenceAt(t: Messages, path: string): string | undefined {
  if (path === "references") return referenceMessages(t)("referenceImages.title");
  const place = /^references\.(\d+)$/.exec(path)?.[1];
  return place === undefined
    ? undefined
    : referenceMessages(t)("referenceImages.at", { place: Number(place) + 1 });
}
