import {
  ImageNodePanel,
  ImageNodeProvider,
  ImageNodeScope,
  Preview,
  useBatch,
  useGeneration,
} from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";

const outputs = {
  trigger: { output: { style: "whimsical", products: [{ name: "Lamp No. 4" }] } },
  agent: { output: { structured: { subject: "a red fox", mood: "calm" } } },
};
const variables: readonly VariableSource[] = [
  { slug: "trigger", label: "Trigger", kind: "trigger", sample: outputs.trigger, distance: 2 },
  { slug: "agent", label: "Agent", kind: "agent", sample: outputs.agent, distance: 1 },
];
const getRunInput = () => ({ variables: outputs, context: { workflowRunId: "run_1", nodeId: "n4" } });

/** A host's page: the panel on its back end, what it saves, and what later nodes get. */
export function Host() {
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables} getRunInput={getRunInput}>
        <Page />
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}

function Page() {
  const [config, setConfig] = useState(createImageNodeConfig());
  const { state } = useGeneration();
  return (
    <main className="page">
      <ImageNodePanel value={config} onValueChange={setConfig} />
      <section aria-label="Saved configuration">
        <pre>{JSON.stringify(config)}</pre>
      </section>
      <section aria-label="Node output">
        <pre>{JSON.stringify(state.generation?.output ?? null)}</pre>
      </section>
      {location.hash === "#batch" && <Batch />}
    </main>
  );
}

/** A loop's pictures, for the pages that ask for them by their address. */
function Batch() {
  const batch = useBatch();
  const config = createImageNodeConfig({ prompt: { template: "A lamp" } });
  const requests = [0, 1].map((index) => ({ config, context: { iteration: [index] } }));
  return (
    <section aria-label="Batch">
      <button type="button" onClick={() => void batch.start(requests)}>
        Run the batch
      </button>
      <Preview.Gallery batch={batch} />
    </section>
  );
}
