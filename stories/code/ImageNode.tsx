import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import "image-generation-node/styles.css";
import { useState } from "react";
import { variables } from "./variables.js";

/** The node's panel in an editor, which saves `config` with its workflow. */
export function ImageNode() {
  const [config, setConfig] = useState(createImageNodeConfig());
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
        <ImageNodePanel value={config} onValueChange={setConfig} />
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}
