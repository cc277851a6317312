import {
  Background,
  BackgroundVariant,
  Handle,
  Position,
  ReactFlow,
  ReactFlowProvider,
  applyNodeChanges,
} from "@xyflow/react";
import type { Node, NodeChange, NodeProps } from "@xyflow/react";
import {
  ConfigForm,
  Field,
  ImageNodeScope,
  ModeSwitch,
  Preview,
  PromptEditor,
  StyleSelect,
} from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import { memo, useState } from "react";
import { CatalogSelectParts } from "../../support/CatalogSelectParts.js";
import { StoryProvider } from "../../support/StoryProvider.js";
import { getRunInput, upstreamSources } from "../../support/upstream.js";
import "@xyflow/react/dist/base.css";
import "./inline.css";

const NODE_TYPES = { image: ImageCard, source: SourceCard };
const START: readonly Node[] = [
  { id: "agent", type: "source", position: { x: 0, y: 120 }, data: { name: "Agent", slug: "agent" } },
  { id: "image", type: "image", position: { x: 260, y: 0 }, data: {}, dragHandle: ".inline-head" },
  { id: "send", type: "source", position: { x: 680, y: 120 }, data: { name: "Send report", slug: "send" } },
];
const EDGES = [
  { id: "e1", source: "agent", target: "image" },
  { id: "e2", source: "image", target: "send" },
];

/**
 * The node's form inside of the node itself, on a canvas that is zoomed, panned and dragged. Headless parts, since the
 * whole panel would be too much for a card; one class each, `nowheel` and `nodrag`, tells React Flow to keep out.
 */
export function InlineNode() {
  const [nodes, setNodes] = useState([...START]);
  return (
    <StoryProvider>
      <ReactFlowProvider>
        <main className="inline-page" dir="ltr" aria-label="Canvas">
          <ReactFlow
            nodes={nodes}
            edges={EDGES}
            nodeTypes={NODE_TYPES}
            onNodesChange={(changes: NodeChange[]) =>
              setNodes((known) =>
                applyNodeChanges(
                  changes.filter(({ type }) => type !== "remove"),
                  known,
                ),
              )
            }
            fitView
            fitViewOptions={{ padding: 0.08, maxZoom: 0.9, minZoom: 0.8 }}
            minZoom={0.3}
            maxZoom={2}
          >
            <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} color="var(--page-line)" />
          </ReactFlow>
        </main>
      </ReactFlowProvider>
    </StoryProvider>
  );
}

function ImageCard() {
  const [config, setConfig] = useState(() =>
    createImageNodeConfig({ aspectRatio: "landscape", style: "watercolor" }),
  );
  return (
    <ImageNodeScope
      nodeId="inline"
      nodeSlug="image_gen"
      nodeName="Image Generation"
      variables={upstreamSources}
      getRunInput={getRunInput}
    >
      <article
        className="inline-card"
        dir={document.documentElement.dir || "ltr"}
        aria-label="Image Generation"
      >
        <Handle type="target" position={Position.Left} />
        <header className="inline-head">Image Generation</header>
        <ConfigForm.Root
          value={config}
          onValueChange={setConfig}
          className="inline-form"
          aria-label="Configuration"
        >
          <InlineFace />
          <InlineFields />
        </ConfigForm.Root>
        <Handle type="source" position={Position.Right} />
      </article>
    </ImageNodeScope>
  );
}

function InlineFace() {
  return (
    <Preview.Root className="inline-face">
      <Preview.Frame>
        <Preview.Empty />
        <Preview.PartialImage />
        <Preview.Image draggable={false} />
        <Preview.Progress />
      </Preview.Frame>
      <Preview.Error />
      <Preview.Announcer />
    </Preview.Root>
  );
}

/** Takes no props, so that a key in the prompt renders the prompt and not the card around it. */
const InlineFields = memo(function InlineFields() {
  return (
    <div className="inline-fields nodrag nowheel nokey">
      <ModeSwitch.Root>
        <ModeSwitch.List aria-label="Prompt mode">
          <ModeSwitch.Trigger value="manual" />
          <ModeSwitch.Trigger value="auto" />
        </ModeSwitch.List>
        <ModeSwitch.Content value="manual">
          <Field.Root name="prompt.template">
            <PromptEditor.Root>
              <PromptEditor.Label>Prompt</PromptEditor.Label>
              <div className="inline-editor">
                <PromptEditor.Highlight />
                <PromptEditor.Input rows={3} />
              </div>
              <PromptEditor.Suggestions />
              <PromptEditor.Diagnostics />
            </PromptEditor.Root>
            <Field.Error />
          </Field.Root>
        </ModeSwitch.Content>
        <ModeSwitch.Content value="auto" />
      </ModeSwitch.Root>
      <div className="inline-row">
        <div>
          <StyleSelect.Root>
            <CatalogSelectParts />
          </StyleSelect.Root>
        </div>
        <ConfigForm.Generate />
      </div>
    </div>
  );
});

function SourceCard({ data }: NodeProps) {
  return (
    <div className="inline-source">
      <Handle type="target" position={Position.Left} />
      <strong>{String(data.name)}</strong>
      <code>{String(data.slug)}</code>
      <Handle type="source" position={Position.Right} />
    </div>
  );
}
