import { ConfigForm, ImageModelSelect, ModelSettings } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";

/** The settings that the chosen model has; nothing where it has none. */
export function SettingsForm() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <ConfigForm.Root value={config} onValueChange={setConfig}>
      <ImageModelSelect.Root>
        <ImageModelSelect.Label />
        <ImageModelSelect.Trigger>
          <ImageModelSelect.Value />
        </ImageModelSelect.Trigger>
        <ImageModelSelect.Portal>
          <ImageModelSelect.Content />
        </ImageModelSelect.Portal>
      </ImageModelSelect.Root>
      <ModelSettings.Root>
        <ModelSettings.Summary />
        <ModelSettings.Fields />
        <ModelSettings.Unused />
      </ModelSettings.Root>
      <ConfigForm.CostEstimate />
      <ConfigForm.Generate />
    </ConfigForm.Root>
  );
}
