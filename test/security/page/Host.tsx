import {
  ImageNodePanel,
  ImageNodeProvider,
  ImageNodeScope,
  Preview,
  useBatch,
  useGeneration,
  useImageNodeClient,
  useScope,
} from "image-generation-node";
import { createClient, prepareRequest } from "image-generation-node/client";
import { createImageNodeConfig, readPinnedImage } from "image-generation-node/contract";
import type { Generation, ImageNodeConfig, PinnedImage } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import { useEffect, useState } from "react";
import { readEarlier, useSavedConfig } from "./saved.js";

const outputs = {
  trigger: { output: { style: "whimsical", products: [{ name: "Lamp No. 4" }] } },
  agent: { output: { structured: { subject: "a red fox", mood: "calm" } } },
};
const samples: readonly VariableSource[] = [
  { slug: "trigger", label: "Trigger", kind: "trigger", sample: outputs.trigger, distance: 2 },
  { slug: "agent", label: "Agent", kind: "agent", sample: outputs.agent, distance: 1 },
];
const earlier = readEarlier();
const variables = [...samples, ...earlier.sources];
const getRunInput = () => ({
  variables: { ...outputs, ...earlier.outputs },
  context: { workflowRunId: "run_1", nodeId: "n4" },
});

/** A host's page: the panel on its back end, what it saves, and what later nodes get. */
export function Host() {
  const [isOpen, setIsOpen] = useState(true);
  const [pinned, setPinned] = useState(() =>
    readPinnedImage(JSON.parse(localStorage.getItem("pinned") ?? "null")),
  );
  const pin = (next: PinnedImage | null) => {
    localStorage.setItem("pinned", JSON.stringify(next));
    setPinned(next ?? undefined);
  };
  const isKept = ["#kept", "#references"].includes(location.hash);
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        variables={variables}
        getRunInput={getRunInput}
        storage={isKept ? localStorage : undefined}
        pinned={pinned}
        onPinnedChange={isKept ? pin : undefined}
      >
        {isOpen && <Page onClose={() => setIsOpen(false)} />}
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}

function Page({ onClose }: { onClose: () => void }) {
  const [config, setConfig] = useSavedConfig();
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
      {location.hash === "#kept" && <Runs config={config} />}
      {location.hash === "#batch" && <Batch />}
      {location.hash === "#closing" && <Closing onClose={onClose} />}
    </main>
  );
}

/** Runs of the host's workflow: one that tries it with the pinned picture, and one for real. */
function Runs({ config }: { config: ImageNodeConfig }) {
  const client = useImageNodeClient();
  const pinned = useScope()?.pinned;
  const [told, setTold] = useState("");
  const run = (chosen: PinnedImage | undefined) =>
    client
      ?.generate(prepareRequest({ config, variables: outputs }), { pinned: chosen })
      .then(tell, (error: unknown) => setTold(JSON.stringify({ kind: (error as { kind?: string }).kind })));
  const tell = ({ id, output, pinned: isPinned, usage, warnings }: Generation) =>
    setTold(JSON.stringify({ id, imageUrl: output.imageUrl, pinned: isPinned, usage, warnings }));
  return (
    <section aria-label="Workflow">
      <button type="button" onClick={() => void run(pinned)}>
        Test the workflow
      </button>
      <button type="button" onClick={() => void run(undefined)}>
        Run it for real
      </button>
      <output>{told}</output>
    </section>
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

/** Ends what has ended: closes the node at the moment of its picture, and cancels a run of a client of its own. */
function Closing({ onClose }: { onClose: () => void }) {
  const { state } = useGeneration();
  const [closes, setCloses] = useState(false);
  const [client] = useState(() => createClient({ baseUrl: "/api/image-node" }));
  const [ended, setEnded] = useState(0);
  useEffect(() => {
    if (closes && state.status === "succeeded") onClose();
  }, [closes, state.status, onClose]);
  async function runAndCancel() {
    const controller = new AbortController();
    const config = createImageNodeConfig({ prompt: { template: "A lamp" } });
    const { id } = await client.generate({ config }, { signal: controller.signal, onEvent: () => undefined });
    controller.abort();
    await client.get(id);
    setEnded((before) => before + 1);
  }
  return (
    <section aria-label="Closing">
      <label>
        <input type="checkbox" onChange={() => setCloses(true)} /> Close with the picture
      </label>
      <button type="button" onClick={() => void runAndCancel()}>
        Run, and cancel after the end
      </button>
      <output>{ended}</output>
    </section>
  );
}
