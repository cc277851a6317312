import { ImageNodePanel, ImageNodeScope, useGeneration } from "image-generation-node";
import type { ImageNodePanelProps } from "image-generation-node";
import type { AspectRatio, ImageNodeConfig, PromptMode } from "image-generation-node/contract";
import { useEffect, useRef } from "react";
import { JsonView } from "./support/JsonView.js";
import type { LanguageTag } from "./support/languages.js";
import { NodePath } from "./support/NodePath.js";
import { StoryProvider } from "./support/StoryProvider.js";
import type { StoryBackEnd } from "./support/StoryProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { useSavedConfig } from "./support/useSavedConfig.js";
import { useSavedPin } from "./support/useSavedPin.js";
import "./support/playground.css";

/** The whole panel as a host mounts it, with what the host saves and what later nodes get. */
export function Playground({ language = "en", backEnd, ...page }: PlaygroundProps) {
  const [pinned, setPinned] = useSavedPin("playground-pin");
  return (
    <StoryProvider backEnd={backEnd}>
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        nodeName={language === "en" ? "Image Generation" : undefined}
        variables={upstreamSources}
        getRunInput={getRunInput}
        storage={sessionStorage}
        pinned={pinned}
        onPinnedChange={setPinned}
      >
        <PlaygroundPage language={language} {...page} />
      </ImageNodeScope>
    </StoryProvider>
  );
}

function PlaygroundPage({ mode, style, aspectRatio, onChoice, language, width, ...panel }: PageProps) {
  const [config, setConfig] = useSavedConfig("playground-config");
  useChoices({ mode, style, aspectRatio }, config, setConfig, onChoice);
  const { state } = useGeneration();
  return (
    <main className="playground">
      <NodePath sources={upstreamSources} name="Image Generation" slug="image_gen" />
      <div className="playground-columns">
        <div className="playground-panel" lang={language} style={width ? { inlineSize: width } : undefined}>
          <ImageNodePanel value={config} onValueChange={setConfig} {...panel} />
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

/** Writes a control that changed into the configuration, and a choice in the panel into the controls. */
function useChoices(
  controls: Choices,
  config: ImageNodeConfig,
  setConfig: (config: ImageNodeConfig) => void,
  onChoice: PlaygroundProps["onChoice"],
): void {
  const { style, aspectRatio } = config;
  const chosen: Choices = { mode: config.prompt.mode, style, aspectRatio };
  const seen = useRef<Choices>({});
  const told = useRef<Choices>({});
  useEffect(() => {
    const asked = pickChanged(pickChanged(controls, seen.current), chosen);
    seen.current = controls;
    const next = { ...chosen, ...asked };
    if (isAny(asked)) setConfig(withChoices(config, next));
    else if (isAny(pickChanged(next, controls)) && isAny(pickChanged(next, told.current))) onChoice?.(next);
    told.current = next;
  });
}

function withChoices(config: ImageNodeConfig, { mode, style, aspectRatio }: Choices): ImageNodeConfig {
  return {
    ...config,
    prompt: { ...config.prompt, mode: mode ?? config.prompt.mode },
    style: style ?? config.style,
    aspectRatio: aspectRatio ?? config.aspectRatio,
  };
}

const isAny = (choices: Choices) => Object.keys(choices).length > 0;

/** What differs from `others`, as far as it is said. */
function pickChanged(choices: Choices, others: Choices): Choices {
  const entries = Object.entries(choices) as [keyof Choices, string | undefined][];
  return Object.fromEntries(entries.filter(([name, value]) => value !== undefined && value !== others[name]));
}

/** What both the controls and the panel choose. */
interface Choices {
  mode?: PromptMode | undefined;
  style?: string | undefined;
  aspectRatio?: AspectRatio | undefined;
}

type PageProps = Omit<PlaygroundProps, "backEnd">;

/** Props of {@link Playground}: what its controls say. */
export interface PlaygroundProps extends Choices, Pick<ImageNodePanelProps, "disabled" | "readOnly"> {
  /** Language of the panel. @default "en" */
  language?: LanguageTag | undefined;
  /** Width of the panel in pixels; 0 for all there is. @default 0 */
  width?: number | undefined;
  /** What answers. @default "demo" */
  backEnd?: StoryBackEnd | undefined;
  /** Called when a person chose in the panel what a control shows. */
  onChoice?: ((choices: Choices) => void) | undefined;
}
