"use client";
import { useMemo } from "react";
import type { ImageNodeConfig } from "../../contract/index.js";
import { useFormBridge } from "../provider/index.js";
import { usePreviewContext } from "./PreviewContext.js";

/** Access of a preview to the settings of its node. */
export interface ConfigWriter {
  /** Returns the configuration as it is now, for events. */
  read: () => ImageNodeConfig | undefined;
  write: (config: ImageNodeConfig) => void;
}

/** Writes through the host's `onConfigChange`, else into the form around; `null` where neither can be written. */
export function useConfigWriter(part: string): ConfigWriter | null {
  const { config, shown, onConfigChange } = usePreviewContext(part);
  const values = useFormBridge()?.values;
  return useMemo(() => {
    if (onConfigChange)
      return { read: () => config ?? values?.getConfig() ?? shown?.config, write: onConfigChange };
    return values?.setConfig ? { read: values.getConfig, write: values.setConfig } : null;
  }, [config, onConfigChange, shown, values]);
}
