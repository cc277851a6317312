import type { TextareaHTMLAttributes } from "react";
import { composeHandlers } from "../../internal/composeHandlers.js";
import type { Editor, FieldEvent } from "../editor/createEditor.js";

type Handler = (event: FieldEvent & { defaultPrevented: boolean }) => void;

/** The editor's handlers behind those of the host, which run first. */
export function composeFieldHandlers(
  { handlers }: Editor,
  props: TextareaHTMLAttributes<HTMLTextAreaElement>,
): TextareaHTMLAttributes<HTMLTextAreaElement> {
  const theirs = props as Record<string, Handler | undefined>;
  return Object.fromEntries(
    Object.entries<Handler>(handlers).map(([name, ours]) => [name, composeHandlers(theirs[name], ours)]),
  );
}
