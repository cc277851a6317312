import { faultWords, withWords } from "../../messages/index.js";
import type { useMessages } from "../../messages/index.js";

type Messages = ReturnType<typeof useMessages>;

/** Words the fault of a field as the form keeps it: worded already, or named by zod's code. */
export function formatFault(
  t: Messages,
  { type, message }: { type: string | number; message?: string | undefined },
): string | undefined {
  return type === "custom" || type === "server" ? message : formatIssue(t, type);
}

/** Words an issue that zod names only by a code. */
function formatIssue(t: Messages, type: string | number | undefined): string {
  const key = `issue.${String(type)}`;
  const say = withWords(t, faultWords);
  return say(say.has(key) ? key : "issue.other");
}
