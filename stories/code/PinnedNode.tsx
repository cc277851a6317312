import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { PinnedImage } from "image-generation-node/contract";
import { useState } from "react";
import { variables } from "./variables.js";

/** A node whose host saves what is pinned, beside the configuration. */
export function PinnedNode() {
  const [config, setConfig] = useState(createImageNodeConfig());
  const [pinned, setPinned] = useState<PinnedImage | null>(null);
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        variables={variables}
        pinned={pinned}
        onPinnedChange={setPinned}
      >
        <ImageNodePanel value={config} onValueChange={setConfig} />
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}
