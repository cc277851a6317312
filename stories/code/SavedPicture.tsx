import { Preview } from "image-generation-node";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";

/** A saved picture away from its node's form, as a log or another tab shows it. */
export function SavedPicture({ generation, config, onConfigChange }: SavedPictureProps) {
  return (
    <Preview.Root
      generation={generation}
      nodeSlug="image_gen"
      config={config}
      onConfigChange={onConfigChange}
    >
      <Preview.Frame>
        <Preview.Image />
      </Preview.Frame>
      <Preview.References />
      <Preview.Stages />
      <Preview.Feedback />
      <Preview.Announcer />
    </Preview.Root>
  );
}

interface SavedPictureProps {
  generation: Generation;
  config: ImageNodeConfig;
  onConfigChange: (config: ImageNodeConfig) => void;
}
