import { ImageNodePanel, ImageNodeScope } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfigOverrides } from "image-generation-node/contract";
import type { GenerationState } from "image-generation-node/client";
import { useState } from "react";
import { catalogWith, everyKind } from "./catalogWith.js";
import { fixedStore } from "./fixedStore.js";
import { ScriptedProvider } from "./ScriptedProvider.js";
import { getRunInput, upstreamSources } from "./upstream.js";

const PROMPT = { template: "A {{trigger.output.style}} fox, {{agent.output.structured.mood}} light" };

/** The whole panel with a run that stands still, named by its title, `width` pixels wide. Renders a `<section>`. */
export function PanelSample({ title, width, getState, force, config: saved, ...panel }: PanelSampleProps) {
  const [config, setConfig] = useState(() =>
    createImageNodeConfig({ prompt: PROMPT, style: "watercolor", ...saved }),
  );
  const [store] = useState(() => getState && fixedStore(getState()));
  return (
    <section aria-label={title} style={{ inlineSize: width }} data-force={force}>
      <h2>{title}</h2>
      <ScriptedProvider script={{ catalog: catalogWith(everyKind) }}>
        <ImageNodeScope
          nodeId={title}
          nodeSlug="image_gen"
          nodeName="Image Generation"
          variables={upstreamSources}
          getRunInput={getRunInput}
          generation={store}
        >
          <ImageNodePanel value={config} onValueChange={setConfig} {...panel} />
        </ImageNodeScope>
      </ScriptedProvider>
    </section>
  );
}

/** Props of {@link PanelSample}. */
export interface PanelSampleProps extends Pick<ImageNodePanelProps, "disabled" | "readOnly"> {
  title: string;
  /** In pixels. */
  width: number;
  /** State in which the run stands still; called once, in the page: pictures are drawn there. By default it can run. */
  getState?: (() => GenerationState) | undefined;
  /** What differs from the sample's configuration. */
  config?: ImageNodeConfigOverrides | undefined;
  /** States that every control in it shows, such as "hover active". None by default. */
  force?: string | undefined;
}
