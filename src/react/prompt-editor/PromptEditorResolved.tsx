"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { OutputHTMLAttributes, ReactNode } from "react";
import { dataFlag } from "../internal/dataFlag.js";
import { editorWords, useWords } from "../messages/index.js";
import { usePromptEditor } from "./PromptEditorContext.js";
import type { ResolvedSample } from "./analysis/resolveWithSamples.js";
import { useDebouncedText } from "./useDebouncedText.js";

/**
 * Shows the text with the sample values filled in, once nobody has typed for 200 ms; sensitive values are masked.
 * Renders an `<output>` with a `<mark>` around each value, or nothing before the text was first read. A text that no
 * model takes ends with "…". Says that an empty text is empty, and, where the language has no `resolve`, that the values come
 * with the run.
 */
export const PromptEditorResolved = forwardRef<HTMLOutputElement, PromptEditorResolvedProps>(
  function PromptEditorResolved({ asChild, children, ...rest }, ref) {
    const { inputId } = usePromptEditor("PromptEditor.Resolved");
    const t = useWords(editorWords);
    const analysed = useDebouncedText("PromptEditor.Resolved", t("promptEditor.masked"));
    if (!analysed) return null;
    const { resolved } = analysed;
    const isEmpty = resolved?.text.trim() === "";
    const Component = asChild ? Slot : "output";
    return (
      <Component
        // Shown, not announced: the status of the editor is what speaks.
        aria-live="off"
        translate="no"
        htmlFor={inputId}
        data-imagenode-part="prompt-editor-resolved"
        data-incomplete={dataFlag(!!resolved && !resolved.complete)}
        data-shortened={dataFlag(resolved?.shortened)}
        data-elsewhere={dataFlag(!resolved)}
        data-empty={dataFlag(isEmpty)}
        {...rest}
        ref={ref}
      >
        {isEmpty && !children
          ? t("promptEditor.resolvedEmpty")
          : resolved
            ? (children ?? markValues)(resolved)
            : t("promptEditor.resolvedElsewhere")}
      </Component>
    );
  },
);

function markValues({ text, spans, shortened }: ResolvedSample): ReactNode {
  return [
    ...spans.flatMap(({ start, end, path }, position) => [
      <span key={`before ${position}`}>{text.slice(spans[position - 1]?.end ?? 0, start)}</span>,
      <mark key={position} title={path} data-imagenode-part="prompt-editor-resolved-value">
        {text.slice(start, end)}
      </mark>,
    ]),
    <span key="end" data-imagenode-part="words">
      {text.slice(spans.at(-1)?.end ?? 0) + (shortened ? "…" : "")}
    </span>,
  ];
}

/** Attributes of the filled-in text. */
export interface PromptEditorResolvedState {
  /** @selector [data-incomplete] A variable has no sample value. */
  incomplete: boolean;
  /** @selector [data-shortened] The end of a text that is longer than any model takes is left out. */
  shortened: boolean;
  /** @selector [data-elsewhere] Only the back end can fill the values in; the text says so. */
  elsewhere: boolean;
  /** @selector [data-empty] There is no text; words say so. */
  empty: boolean;
}

/** Props of {@link PromptEditorResolved}. */
export interface PromptEditorResolvedProps extends Omit<OutputHTMLAttributes<HTMLOutputElement>, "children"> {
  /** Renders the text your way; `spans` say where the values stand. */
  children?: ((resolved: ResolvedSample) => ReactNode) | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
