import Button from "@mui/material/Button";
import { Handle, Position } from "@xyflow/react";
import type { NodeProps } from "@xyflow/react";
import type { Generation } from "image-generation-node/contract";
import { useCallback } from "react";
import { useEditor } from "./EditorContext.js";
import { ImageFace } from "./ImageFace.js";
import { ImageScope } from "./ImageScope.js";
import type { FlowNode } from "./flow.js";
import { useConfig } from "./useConfig.js";

/** A node on the canvas. */
export function NodeCard({ id }: NodeProps) {
  const { flow, open } = useEditor();
  const node = flow.nodes.find((one) => one.id === id);
  if (!node) return null;
  return (
    <article className="editor-node" aria-label={node.name}>
      {node.kind !== "trigger" && <Handle type="target" position={Position.Left} />}
      <header>
        <strong>{node.name}</strong> <code>{node.slug}</code>
      </header>
      {node.kind === "image" && (
        <>
          <Face node={node} />
          <Button size="small" className="nodrag" onClick={() => open(id)}>
            Open
          </Button>
        </>
      )}
      {node.kind !== "action" && <Handle type="source" position={Position.Right} />}
    </article>
  );
}

function Face({ node }: { node: FlowNode }) {
  const { flow, runs, change } = useEditor();
  const { id, last } = node;
  const saved = (last as Partial<Generation> | undefined)?.id;
  const config = useConfig(node.inputs);
  const onResult = useCallback(
    (generation: Generation) => {
      if (generation.id !== saved) change(id, { last: generation });
    },
    [change, id, saved],
  );
  return (
    <ImageScope flow={flow} node={node} runs={runs}>
      <ImageFace config={config} onResult={onResult} />
    </ImageScope>
  );
}
