"use client";
import { useContext, useMemo, useState } from "react";
import type { PromptMode } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldIs, useFieldValue } from "../config-form/index.js";
import { escapeTemplate } from "./escapeTemplate.js";

/** Takes a prompt that a model wrote into Manual, where it stays as it is. */
export interface LockedPrompt {
  /** `null` outside of a form that can be changed. */
  lock: ((text: string) => void) | null;
  /** Back to what was there; `null` once the text or the mode was changed by hand. */
  undo: (() => void) | null;
  /** The text that stands in Manual now, by this. */
  locked: string | undefined;
}

interface Kept {
  text: string;
  template: string;
  before: { template: string; mode: PromptMode };
}

export function useLockedPrompt(): LockedPrompt {
  const form = useContext(OptionalConfigFormContext);
  const [kept, setKept] = useState<Kept | null>(null);
  const mode = useFieldValue(form, "prompt.mode");
  const isTemplate = useFieldIs(form, "prompt.template", kept?.template);
  const isHeld = isTemplate && mode === "manual";
  return useMemo(() => {
    if (!form || form.readOnly || form.disabled) return { lock: null, undo: null, locked: undefined };
    const write = (template: string, next: PromptMode) => {
      form.setField("prompt.template", template);
      form.setField("prompt.mode", next);
      form.commit();
    };
    return {
      lock(text: string) {
        const { mode: old, template: oldTemplate } = form.form.getValues("prompt");
        const template = escapeTemplate(text);
        setKept({ text, template, before: { mode: old, template: oldTemplate } });
        write(template, "manual");
      },
      undo:
        kept && isHeld
          ? () => {
              setKept(null);
              write(kept.before.template, kept.before.mode);
            }
          : null,
      locked: isHeld ? kept?.text : undefined,
    };
  }, [form, kept, isHeld]);
}
