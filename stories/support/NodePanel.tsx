import { ImageNodePanel, ImageNodeScope } from "image-generation-node";
import type { ImageNodePanelProps, MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import type { Script } from "image-generation-node/testing";
import { useState } from "react";
import { Frame } from "./Frame.js";
import { ScriptedProvider } from "./ScriptedProvider.js";
import { getRunInput, upstreamSources } from "./upstream.js";

/** The whole panel over a scripted back end, in one state. */
export function NodePanel(props: NodePanelProps) {
  const { config: initial, script, messages, wait, variables = upstreamSources, samples, ...panel } = props;
  const [config, setConfig] = useState(() => createImageNodeConfig(initial));
  return (
    <ScriptedProvider script={script} messages={messages} wait={wait}>
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        nodeName={messages ? undefined : "Image Generation"}
        variables={variables}
        getRunInput={samples ? undefined : getRunInput}
      >
        <Frame flush>
          <ImageNodePanel value={config} onValueChange={setConfig} {...panel} />
        </Frame>
      </ImageNodeScope>
    </ScriptedProvider>
  );
}

export interface NodePanelProps extends Pick<
  ImageNodePanelProps,
  "disabled" | "readOnly" | "onGenerate" | "maxCount"
> {
  /** Configuration that the host saved. @default the defaults */
  config?: Partial<Omit<ImageNodeConfig, "prompt">> & { prompt?: Partial<ImageNodeConfig["prompt"]> };
  script?: Script | undefined;
  messages?: MessageOverrides | undefined;
  wait?: boolean | undefined;
  variables?: readonly VariableSource[] | undefined;
  /** Whether the host gives no run input, so that the samples are used. @default false */
  samples?: boolean | undefined;
}
