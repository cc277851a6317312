import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createClient } from "image-generation-node/client";
import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";
import type { Contestant, Setup } from "../contestant.js";

const VARIABLES: readonly VariableSource[] = [
  { slug: "trigger", label: "New product", sample: { output: { style: "noir" } } },
  {
    slug: "agent",
    label: "Writer",
    sample: { output: { structured: { subject: "a red fox", mood: "calm" } } },
  },
];

/** The whole panel with its preview, in a provider whose catalog is loaded as in an editor that is open. */
export const ours: Contestant = {
  async create(setup) {
    const client = createClient({
      baseUrl: "https://host.invalid/api/image-node",
      fetch: async () => Response.json(setup.catalog),
    });
    return () => (
      <ImageNodeProvider client={client}>
        <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={VARIABLES}>
          <Host {...setup} />
        </ImageNodeScope>
      </ImageNodeProvider>
    );
  },
};

function Host({ config: initial, save }: Setup) {
  const [config, setConfig] = useState(initial);
  return (
    <ImageNodePanel
      value={config}
      onValueChange={(next) => {
        setConfig(next);
        save(next);
      }}
    />
  );
}
