import { ConfigForm } from "image-generation-node";
import type { GenerationState } from "image-generation-node/client";
import { useState } from "react";
import { fixedStore } from "./fixedStore.js";
import { Frame } from "./Frame.js";
import { PreviewBoard } from "./PreviewBoard.js";
import { ScriptedProvider } from "./ScriptedProvider.js";
import type { ScriptedProviderProps } from "./ScriptedProvider.js";

/** The preview in one given state, inside of a form with what was run. */
export function StateBoard({ getState, ...backend }: StateBoardProps) {
  const [state] = useState(getState);
  const [store] = useState(() => fixedStore(state));
  return (
    <ScriptedProvider {...backend}>
      <Frame wide flush>
        <ConfigForm.Root defaultValue={state.request?.config} aria-label="Configuration">
          <PreviewBoard generation={store} />
        </ConfigForm.Root>
      </Frame>
    </ScriptedProvider>
  );
}

interface StateBoardProps extends Omit<ScriptedProviderProps, "children"> {
  /** Called once, in the page: pictures are drawn there. */
  getState: () => GenerationState;
}
