import type { GenerationState } from "image-generation-node/client";
import { useState } from "react";
import { fixedStore } from "./fixedStore.js";
import { Frame } from "./Frame.js";
import { PreviewBoard } from "./PreviewBoard.js";
import { ScriptedProvider } from "./ScriptedProvider.js";
import type { ScriptedProviderProps } from "./ScriptedProvider.js";

/** The preview in one given state. */
export function StateBoard({ getState, ...backend }: StateBoardProps) {
  const [store] = useState(() => fixedStore(getState()));
  return (
    <ScriptedProvider {...backend}>
      <Frame wide flush>
        <PreviewBoard generation={store} />
      </Frame>
    </ScriptedProvider>
  );
}

interface StateBoardProps extends Omit<ScriptedProviderProps, "children"> {
  /** Called once, in the page: pictures are drawn there. */
  getState: () => GenerationState;
}
