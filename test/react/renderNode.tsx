import { render } from "@testing-library/react";
import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import type { ImageNodePanelProps, ImageNodeScopeProps, MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { createFakeClient } from "./fakeClient.js";
import { variables } from "./samples.js";

export interface NodeOptions extends Partial<Omit<ImageNodeScopeProps, "children">> {
  fake?: ReturnType<typeof createFakeClient>;
  messages?: MessageOverrides;
}

/** Provider and scope as a host has them. */
export function Node({ children, fake, messages, ...scope }: NodeOptions & { children: ReactNode }) {
  const [own] = useState(createFakeClient);
  return (
    <ImageNodeProvider client={(fake ?? own).client} messages={messages}>
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables} {...scope}>
        {children}
      </ImageNodeScope>
    </ImageNodeProvider>
  );
}

/** The panel under a host that echoes every change. */
export function renderPanel(
  config: ImageNodeConfig = createImageNodeConfig(),
  options: NodeOptions & Partial<ImageNodePanelProps> = {},
) {
  const fake = options.fake ?? createFakeClient();
  const { messages, variables: sources, getRunInput, language, storage, ...panel } = options;
  const onValueChange = vi.fn<(config: ImageNodeConfig) => void>();
  const scope = {
    fake,
    ...(messages && { messages }),
    ...(sources && { variables: sources }),
    ...(getRunInput && { getRunInput }),
    ...(language && { language }),
    ...(storage && { storage }),
  };
  const host = { set: (_config: ImageNodeConfig): void => undefined };
  function Host() {
    const [value, setValue] = useState(config);
    useEffect(() => {
      host.set = setValue;
    }, []);
    return (
      <Node {...scope}>
        <ImageNodePanel
          {...panel}
          value={value}
          onValueChange={(next) => {
            onValueChange(next);
            setValue(next);
          }}
        />
      </Node>
    );
  }
  const view = render(<Host />);
  return { ...view, fake, onValueChange, setFromHost: (next: ImageNodeConfig) => host.set(next) };
}
