import { createImageNodeConfig, parseImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { useCallback, useState } from "react";

/** Keeps a node's configuration as a host would: saved at every change, read back in whatever shape it was saved. */
export function useSavedConfig(key: string) {
  const [config, setConfig] = useState<ImageNodeConfig>(() => {
    const saved = sessionStorage.getItem(key);
    return saved === null ? createImageNodeConfig() : parseImageNodeConfig(saved).config;
  });
  const save = useCallback(
    (next: ImageNodeConfig) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setConfig(next);
    },
    [key],
  );
  return [config, save] as const;
}
