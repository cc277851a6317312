import { ReactFlowProvider } from "@xyflow/react";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import type { GenerationStorage, ImageNodeClient } from "image-generation-node/client";
import { useMemo, useState } from "react";
import { Canvas } from "./Canvas.js";
import { Connected } from "./Connected.js";
import { EditorContext } from "./EditorContext.js";
import { ImageScope } from "./ImageScope.js";
import { NodeDrawer } from "./NodeDrawer.js";
import { createRuns } from "./createRuns.js";
import { toInputs } from "./toInputs.js";
import { useConfig } from "./useConfig.js";
import { useEngine } from "./useEngine.js";
import { useFlow } from "./useFlow.js";
import "./smallEditor.css";

/** A small editor around the package, as an app would write it: its own nodes, language, components and engine. */
export function SmallEditor({ client, storage, locale = "en", upload }: SmallEditorProps) {
  const editor = useFlow(storage);
  const { flow, change } = editor;
  const runs = useMemo(() => createRuns(client, storage), [client, storage]);
  const [openId, open] = useState<string | null>(null);
  const engine = useEngine({ flow, client, runs, storage, upload });
  const chosen = flow.nodes.find(({ id }) => id === openId);
  const config = useConfig(chosen?.inputs);
  const context = useMemo(() => ({ flow, change, runs, open }), [flow, change, runs]);
  return (
    <Connected client={client} locale={locale}>
      <EditorContext.Provider value={context}>
        <main className="editor">
          <Stack component="header" direction="row" spacing={1}>
            <Button size="small" variant="outlined" color="inherit" onClick={editor.add}>
              Add image
            </Button>
            <Button size="small" variant="contained" disabled={engine.isRunning} onClick={engine.run}>
              Run
            </Button>
            <Button size="small" disabled={!engine.isRunning} onClick={engine.stop}>
              Stop
            </Button>
            <span role="status">{engine.words}</span>
          </Stack>
          <ReactFlowProvider>
            <Canvas {...editor} onDelete={runs.forget} />
          </ReactFlowProvider>
          {chosen && (
            <ImageScope flow={flow} node={chosen} runs={runs}>
              <NodeDrawer
                name={chosen.name}
                config={config}
                onChange={(next) => change(chosen.id, { inputs: { ...chosen.inputs, ...toInputs(next) } })}
                onClose={() => open(null)}
              />
            </ImageScope>
          )}
        </main>
      </EditorContext.Provider>
    </Connected>
  );
}

export interface SmallEditorProps {
  client: ImageNodeClient;
  /** Keeps the workflow, its runs and their results. */
  storage: GenerationStorage;
  locale?: "en" | "de" | undefined;
  /** Takes the images that the action node sends. */
  upload: (file: File) => Promise<void>;
}
