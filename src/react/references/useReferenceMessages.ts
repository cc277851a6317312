"use client";
import { referenceMessages } from "../config-form/references/index.js";
import type { Messages } from "../config-form/references/index.js";
import { useMessages } from "../messages/index.js";

/** Returns the words of references, the host's before ours. */
export function useReferenceMessages(): Messages {
  return referenceMessages(useMessages());
}
