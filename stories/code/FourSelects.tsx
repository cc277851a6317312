import {
  AspectRatioSelect,
  ConfigForm,
  ImageModelSelect,
  PromptModelSelect,
  StyleSelect,
} from "image-generation-node";
import type { CatalogSelectParts } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";

/** One wrapper that serves all four selects. */
function CatalogSelect({ parts: Select }: { parts: CatalogSelectParts }) {
  return (
    <Select.Root>
      <Select.Label />
      <Select.Trigger>
        <Select.Value />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content />
      </Select.Portal>
      <Select.Notice />
    </Select.Root>
  );
}

export function FourSelects() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <ConfigForm.Root value={config} onValueChange={setConfig}>
      <CatalogSelect parts={ImageModelSelect} />
      <CatalogSelect parts={PromptModelSelect} />
      <CatalogSelect parts={AspectRatioSelect} />
      <CatalogSelect parts={StyleSelect} />
    </ConfigForm.Root>
  );
}
