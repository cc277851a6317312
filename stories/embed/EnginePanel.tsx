import { ImageNodePanel, ImageNodeScope, useImageNodeClient } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import { useMemo, useState } from "react";

/** A panel whose Generate asks the editor's own engine, and shows what that engine returned. */
export function EnginePanel({ nodeId, nodeSlug, saved, runNode }: EnginePanelProps) {
  const client = useImageNodeClient();
  const [result, setResult] = useState(saved);
  const generation = useMemo(
    () => (client ? createGeneration(client, { generation: result }) : undefined),
    [client, result],
  );
  return (
    <ImageNodeScope nodeId={nodeId} nodeSlug={nodeSlug} generation={generation}>
      <ImageNodePanel
        // The form is busy until the promise ends. An ImageNodeError is shown at the fields that it points to.
        onGenerate={async (config) => setResult(await runNode(config))}
      />
    </ImageNodeScope>
  );
}

export interface EnginePanelProps {
  nodeId: string;
  nodeSlug: string;
  /** What the node's data holds. */
  saved?: Generation | undefined;
  runNode: (config: ImageNodeConfig) => Promise<Generation>;
}
