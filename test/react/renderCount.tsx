import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ImageNodePanel, Panel } from "image-generation-node";
import type { ImageNodePanelProps, MessageOverrides } from "image-generation-node";
import { createGeneration } from "image-generation-node/client";
import type { GenerationSource, GenerationStore, StartOptions } from "image-generation-node/client";
import type { Catalog, GenerationRequest, ImageNodeConfig } from "image-generation-node/contract";
import { vi } from "vitest";
import { useFormBridge } from "../../src/react/provider/index.js";
import type { FormValues } from "../../src/react/provider/FormBridge.js";
import { cat } from "./formControls.js";
import { Node } from "./renderNode.js";
import { catalog } from "./samples.js";
import { clientOf } from "./settingSamples.js";

type Start = (source: GenerationSource, options?: StartOptions) => Promise<void>;

/** The numbers that can be chosen. */
export const radios = () => screen.queryAllByRole<HTMLInputElement>("radio");
/** Chooses a number by its name. */
export const choose = (name: string) => userEvent.click(screen.getByRole("radio", { name }));

/** What a test shows. */
export interface CountPanel extends Partial<ImageNodePanelProps> {
  offered?: Catalog;
  messages?: MessageOverrides;
  loopItems?: number;
}

/** The panel over a store that only writes down how it is started. */
export function renderCount({ offered = catalog, messages, loopItems, children, ...panel }: CountPanel = {}) {
  const fake = clientOf(offered);
  const start = vi.fn<Start>(() => Promise.resolve());
  const store: GenerationStore = { ...createGeneration(fake.client), start };
  const values: { current: FormValues | null } = { current: null };
  function Bridge() {
    const bridge = useFormBridge();
    values.current = bridge?.values ?? null;
    return null;
  }
  const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
  const host = {
    fake,
    generation: store,
    ...(messages && { messages }),
    ...(loopItems !== undefined && { loopItems }),
  };
  const tree = ({ children: inner = children, ...more }: Partial<ImageNodePanelProps> = {}) => (
    <Node {...host}>
      <ImageNodePanel defaultValue={cat()} onValueChange={onValueChange} {...panel} {...more}>
        {inner ?? (
          <>
            <Panel.Form />
            <Bridge />
          </>
        )}
      </ImageNodePanel>
    </Node>
  );
  const view = render(tree());
  /** Makes the request of the last start, as a store does. */
  const request = async (variation?: number): Promise<GenerationRequest> => {
    const [source, options] = start.mock.lastCall ?? [];
    if (typeof source !== "function") throw new Error("Nothing was started.");
    const made = await source();
    return variation === undefined ? made : (options?.vary?.(made, variation) ?? made);
  };
  return {
    ...view,
    start,
    values,
    onValueChange,
    request,
    rerender: (more = {}) => view.rerender(tree(more)),
  };
}
