import { ImageNodeScope, Preview } from "image-generation-node";
import { RATIO_VALUES, isAspectRatio } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig } from "image-generation-node/contract";
import type { GenerationStore } from "image-generation-node/client";
import { memo, useEffect, useRef, useState } from "react";
import type { CSSProperties } from "react";
import type { NodeRun, WorkflowNode } from "../engine/types.js";
import { countItems } from "./countItems.js";
import { slotOf, useEditor, useNodeStore } from "./EditorContext.js";
import { KindIcon } from "./Icon.js";
import { PinMark } from "./PinMark.js";

/**
 * The library's preview as the face of an image node; inside a loop, it shows the latest image. Where there is none, it
 * shows the pinned one.
 */
export function NodeFace({ node, run, inLoop }: NodeFaceProps) {
  const { workflow } = useEditor();
  const store = useNodeStore(slotOf(workflow, node));
  const last = usePaced(inLoop ? findLast(run) : undefined);
  const counts = inLoop ? countItems(run) : null;
  const { aspectRatio } = node.config as { aspectRatio?: unknown };
  const [width, height] = RATIO_VALUES[isAspectRatio(aspectRatio) ? aspectRatio : "square"];
  return (
    <div className="wf-face" style={{ "--wf-ratio": `${width} / ${height}` } as CSSProperties}>
      <Face node={node} generation={inLoop ? (last ?? null) : (store ?? null)} />
      {counts && (
        <span className="wf-face-count">
          {counts.succeeded} of {counts.total}
        </span>
      )}
    </div>
  );
}

/** Keeps the chosen shape, also before there is an image. */
const FRAME = { aspectRatio: "var(--wf-ratio)" };

const Face = memo(function Face({ node: { id, slug, name, config, pinned }, generation }: FaceProps) {
  return (
    <ImageNodeScope nodeId={id} nodeSlug={slug} pinned={pinned}>
      <Preview.Root generation={generation} aria-label={`Picture of ${name}`}>
        <Preview.Frame style={FRAME}>
          <Preview.Empty>
            <KindIcon kind="image" size={22} />
          </Preview.Empty>
          <Preview.PartialImage />
          <Preview.Image draggable={false} decoding="async" />
          <Preview.Progress />
        </Preview.Frame>
        {pinned && <PinMark pinned={pinned} config={config as ImageNodeConfig} />}
      </Preview.Root>
    </ImageNodeScope>
  );
});

function findLast(run: NodeRun | undefined): Generation | undefined {
  const { outcome } = run?.items?.findLast((item) => item.outcome?.status === "succeeded") ?? {};
  return outcome?.status === "succeeded" ? outcome.generation : undefined;
}

/** Shows a new image at most every 700 ms: decoding each of hundreds would cost frames that nobody needs. */
const PACE_MS = 700;

function usePaced<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => {
    const timer = setInterval(() => setShown(latest.current), PACE_MS);
    return () => clearInterval(timer);
  }, []);
  return shown;
}

interface NodeFaceProps {
  node: WorkflowNode;
  run: NodeRun | undefined;
  inLoop: boolean;
}

interface FaceProps {
  node: WorkflowNode;
  generation: GenerationStore | Generation | null;
}
