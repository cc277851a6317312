import { ReactFlowProvider } from "@xyflow/react";
import { useImageNodeClient } from "image-generation-node";
import { useEffect, useMemo, useState } from "react";
import { StoryProvider } from "../../support/StoryProvider.js";
import { Canvas } from "./Canvas.js";
import { createEditorSession } from "./createEditorSession.js";
import { Dock } from "./Dock.js";
import { EditorContext } from "./EditorContext.js";
import { Header } from "./Header.js";
import { NodeDrawer } from "./NodeDrawer.js";
import { useEditorKeys } from "./useEditorKeys.js";
import { useIsNarrow } from "./useIsNarrow.js";
import { useSchedule } from "./useSchedule.js";
import { useWorkflow } from "./useWorkflow.js";
import "./editor.css";

/** A workflow editor on React Flow, as a team that embeds the node would build it. */
export function WorkflowEditor() {
  return (
    <StoryProvider references>
      <Editor />
    </StoryProvider>
  );
}

function Editor() {
  const client = useImageNodeClient();
  if (!client) throw new Error("The workflow editor needs <ImageNodeProvider> around it.");
  const [{ engine, registry, opening }] = useState(() => createEditorSession(client));
  const { workflow, change, drift, rest, open, ...steps } = useWorkflow(() => opening.workflow);
  const [selected, select] = useState<string>();
  // Undo may take away the node whose settings are open.
  const selectedId = workflow.nodes.some(({ id }) => id === selected) ? selected : undefined;
  const [notes, setNotes] = useState(opening.notes);

  useEffect(() => void engine.resume(), [engine]);
  useSchedule(workflow, engine);
  // What the drawer covers can't be seen: keys and screen readers stay out of it, too.
  const isCovered = useIsNarrow() && selectedId !== undefined;
  const keys = useEditorKeys({
    workflow,
    undo: steps.undo,
    redo: steps.redo,
    close: () => select(undefined),
  });

  const value = useMemo(
    () => ({ workflow, engine, registry, selectedId, select, change, drift, rest }),
    [workflow, engine, registry, selectedId, change, drift, rest],
  );
  return (
    <EditorContext.Provider value={value}>
      <main
        className="wf"
        aria-label="Workflow editor"
        ref={keys}
        data-drawer={selectedId !== undefined || undefined}
      >
        <div className="wf-top" inert={isCovered}>
          <Header
            steps={steps}
            onOpen={(parsed) => {
              select(undefined);
              open(parsed.workflow);
              setNotes(parsed.notes);
            }}
          />
        </div>
        <div className="wf-body">
          <div className="wf-stage" inert={isCovered}>
            <Notes notes={notes} onDismiss={() => setNotes([])} />
            {/* Another workflow is another canvas: its nodes may have the same ids. */}
            <ReactFlowProvider key={workflow.id}>
              <Canvas />
            </ReactFlowProvider>
            <Dock />
          </div>
          <NodeDrawer />
        </div>
      </main>
    </EditorContext.Provider>
  );
}

/** Notes about what had to be assumed when a workflow was read. */
function Notes({ notes, onDismiss }: { notes: readonly string[]; onDismiss: () => void }) {
  if (notes.length === 0) return null;
  return (
    <div className="wf-notes" role="status">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <button type="button" className="wf-link" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  );
}
