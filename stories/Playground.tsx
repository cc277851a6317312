import { ImageNodePanel, ImageNodeScope, useGeneration } from "image-generation-node";
import { JsonView } from "./support/JsonView.js";
import { NodePath } from "./support/NodePath.js";
import { StoryProvider } from "./support/StoryProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { useSavedConfig } from "./support/useSavedConfig.js";
import { useSavedPin } from "./support/useSavedPin.js";
import "./support/playground.css";

/** The whole panel as a host mounts it, with what the host saves and what later nodes get. */
export function Playground() {
  const [pinned, setPinned] = useSavedPin("playground-pin");
  return (
    <StoryProvider>
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        nodeName="Image Generation"
        variables={upstreamSources}
        getRunInput={getRunInput}
        storage={sessionStorage}
        pinned={pinned}
        onPinnedChange={setPinned}
      >
        <PlaygroundPage />
      </ImageNodeScope>
    </StoryProvider>
  );
}

function PlaygroundPage() {
  const [config, setConfig] = useSavedConfig("playground-config");
  const { state } = useGeneration();
  return (
    <main className="playground">
      <NodePath sources={upstreamSources} name="Image Generation" slug="image_gen" />
      <div className="playground-columns">
        <div className="playground-panel">
          <ImageNodePanel value={config} onValueChange={setConfig} />
        </div>
        <aside className="playground-data" aria-label="What the host sees">
          <JsonView title="Saved configuration" note="stored in the workflow" value={config} />
          <JsonView
            title="Node output"
            note="given to later nodes"
            value={state.generation?.output}
            empty="Nothing yet. Press Generate, and the node's documented output appears here."
          />
        </aside>
      </div>
    </main>
  );
}
