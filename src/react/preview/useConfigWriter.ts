"use client";
import { useContext, useMemo } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { OptionalConfigFormContext } from "../config-form/index.js";
import { usePreview } from "./PreviewContext.js";

/** How a preview changes what its node is set to. */
export interface ConfigWriter {
  /** The configuration as it is now, for events. */
  read: () => ImageNodeConfig | undefined;
  write: (config: ImageNodeConfig) => void;
}

/** Writes through the host's `onConfigChange`, else into the form around; `null` where neither can be written. */
export function useConfigWriter(part: string): ConfigWriter | null {
  const { config, shown, onConfigChange } = usePreview(part);
  const form = useContext(OptionalConfigFormContext);
  return useMemo(() => {
    const fromForm = form && (() => ({ ...form.form.getValues() }));
    if (onConfigChange) return { read: () => config ?? fromForm?.() ?? shown?.config, write: onConfigChange };
    if (!form || !fromForm || form.readOnly || form.disabled) return null;
    return {
      read: fromForm,
      write({ prompt, imageModel, promptModel, aspectRatio, style }) {
        form.setField("prompt.template", prompt.template);
        form.setField("prompt.instructions", prompt.instructions);
        form.setField("prompt.mode", prompt.mode);
        form.setField("imageModel", imageModel);
        form.setField("promptModel", promptModel);
        form.setField("aspectRatio", aspectRatio);
        form.setField("style", style);
        form.commit();
      },
    };
  }, [config, form, onConfigChange, shown]);
}
