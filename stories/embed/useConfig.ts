import type { ImageNodeConfig } from "image-generation-node/contract";
import { useMemo } from "react";
import { toConfig } from "./toConfig.js";

/** Reads a node's inputs as a configuration: the same object until they change. */
export function useConfig(inputs: Readonly<Record<string, unknown>> = {}): ImageNodeConfig {
  const text = JSON.stringify(inputs);
  return useMemo(() => toConfig(JSON.parse(text) as Record<string, unknown>), [text]);
}
