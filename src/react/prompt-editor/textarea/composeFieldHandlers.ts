import type { TextareaHTMLAttributes } from "react";
import { composeHandlers } from "../../internal/composeHandlers.js";
import type { KeyPress } from "./KeyPress.js";

/** Event of the field, as far as the editor's handlers read it. */
export type FieldEvent = KeyPress & { readonly relatedTarget: EventTarget | null };

type Handler = (event: FieldEvent & { defaultPrevented: boolean }) => void;

/** Puts the editor's handlers behind those of the host, which run first. */
export function composeFieldHandlers(
  handlers: Readonly<Record<string, Handler>>,
  props: TextareaHTMLAttributes<HTMLTextAreaElement>,
): TextareaHTMLAttributes<HTMLTextAreaElement> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, ours]) => [
      name,
      composeHandlers((props as Record<string, Handler | undefined>)[name], ours),
    ]),
  );
}
