"use client";
import { useMemo, useState } from "react";
import { createImageNodeConfig } from "../../contract/index.js";
import type { PromptMode } from "../../contract/index.js";
import { escapeDoubleBraces } from "../../template/index.js";
import { askText } from "../internal/askText.js";
import { useFormBridge, useFormValue, useScope } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";
import { useConfigWriter } from "./useConfigWriter.js";

/** Way to take a prompt that a model wrote over into Manual, where it stays as it is. */
export interface LockedPrompt {
  /** Takes a text over; `null` where nothing can be changed. */
  lock: ((text: string) => void) | null;
  /** Restores what was there; `null` once the text or the mode was changed by hand. */
  undo: (() => void) | null;
  /** Text that was taken over and stands in Manual now. */
  locked: string | undefined;
}

interface Kept {
  text: string;
  template: string;
  before: { template: string; mode: PromptMode };
}

/** Takes texts over through the host's `onConfigChange` or the form around. */
export function useLockedPrompt(): LockedPrompt {
  const { config, onConfigChange, generation } = usePreviewContext("Preview.Stages");
  const values = useFormBridge()?.values;
  const writer = useConfigWriter("Preview.Stages");
  const [kept, setKept] = useState<Kept | null>(null);
  const formMode = useFormValue(values, ({ prompt }) => prompt.mode);
  const formHolds = useFormValue(values, ({ prompt }) => prompt.template === kept?.template);
  const isHosts = onConfigChange !== undefined && (config !== undefined || !values);
  const mode = isHosts ? (config?.prompt.mode ?? "manual") : formMode;
  // A host that does not say what the node is set to can't take it away unseen either.
  const holds = isHosts ? config === undefined || config.prompt.template === kept?.template : formHolds;
  const isHeld = kept !== null && holds && mode === "manual";
  const ratio = generation?.output.aspectRatio;
  const language = useScope()?.language;
  return useMemo(() => {
    if (!writer) return { lock: null, undo: null, locked: undefined };
    const read = () => writer.read() ?? createImageNodeConfig(ratio && { aspectRatio: ratio });
    const write = (template: string, next: PromptMode) => {
      const now = read();
      writer.write({ ...now, prompt: { ...now.prompt, template, mode: next } });
    };
    return {
      lock(text: string) {
        const { mode: old, template: oldTemplate } = read().prompt;
        const template = language ? askText(() => language.escape?.(text), text) : escapeDoubleBraces(text);
        setKept({ text, template, before: { mode: old, template: oldTemplate } });
        write(template, "manual");
      },
      undo: isHeld
        ? () => {
            setKept(null);
            write(kept.before.template, kept.before.mode);
          }
        : null,
      locked: isHeld ? kept.text : undefined,
    };
  }, [writer, kept, language, isHeld, ratio]);
}
