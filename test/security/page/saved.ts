import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import { useEffect, useState } from "react";

/** Whether the page keeps its configuration, and has earlier nodes that a test gave it. */
const isSaved = location.hash === "#references";

/** Reads the outputs of earlier nodes, by their slugs, that a test has left in the browser. */
export function readEarlier(): {
  outputs: Readonly<Record<string, object>>;
  sources: readonly VariableSource[];
} {
  const kept = isSaved ? localStorage.getItem("earlier") : null;
  const outputs = JSON.parse(kept ?? "{}") as Record<string, object>;
  const sources = Object.entries(outputs).map(([slug, sample]) => ({
    slug,
    label: `Node ${slug}`,
    sample,
    distance: 1,
  }));
  return { outputs, sources };
}

/** Keeps the configuration in the browser, and takes over what another tab of the same workflow saves. */
export function useSavedConfig(): [ImageNodeConfig, (config: ImageNodeConfig) => void] {
  const [config, setConfig] = useState(() => readConfig(isSaved ? localStorage.getItem("config") : null));
  useEffect(() => {
    const take = ({ key, newValue }: StorageEvent) => {
      if (isSaved && key === "config") setConfig(readConfig(newValue));
    };
    addEventListener("storage", take);
    return () => removeEventListener("storage", take);
  }, []);
  const save = (next: ImageNodeConfig) => {
    if (isSaved) localStorage.setItem("config", JSON.stringify(next));
    setConfig(next);
  };
  return [config, save];
}

function readConfig(text: string | null): ImageNodeConfig {
  return text === null ? createImageNodeConfig() : (JSON.parse(text) as ImageNodeConfig);
}
