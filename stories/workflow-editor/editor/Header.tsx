import { useState } from "react";
import type { Workflow } from "../engine/types.js";
import type { ParsedWorkflow } from "../workflow/parseWorkflow.js";
import { downloadWorkflow } from "./downloadWorkflow.js";
import { useEditor, useRun } from "./EditorContext.js";
import { Icon } from "./Icon.js";
import { ImportButton } from "./ImportButton.js";
import { PresetBar } from "./PresetBar.js";
import { saveWorkflow } from "./saveWorkflow.js";

/** The bar above the canvas: name, history, files, running, and the examples. */
export function Header({ steps, onOpen }: HeaderProps) {
  const { workflow, drift, rest } = useEditor();
  return (
    <header className="wf-header">
      <div className="wf-bar">
        <span className="wf-logo" aria-hidden="true" />
        <input
          className="wf-title"
          aria-label="Workflow name"
          dir="auto"
          value={workflow.name}
          onChange={(event) => drift((now) => ({ ...now, name: event.target.value }))}
          onBlur={rest}
        />
        <span className="wf-spacer" />
        <HistoryButtons {...steps} />
        <div className="wf-group">
          <ImportButton onOpen={onOpen} />
          <button
            type="button"
            className="wf-icon-button"
            aria-label="Export JSON"
            onClick={() => downloadWorkflow(workflow)}
          >
            <Icon name="export" />
          </button>
          <SaveButton />
        </div>
        <RunButtons />
      </div>
      <PresetBar onOpen={onOpen} />
    </header>
  );
}

function HistoryButtons({ canUndo, canRedo, undo, redo }: HeaderProps["steps"]) {
  return (
    <div className="wf-group">
      <button type="button" className="wf-icon-button" aria-label="Undo" disabled={!canUndo} onClick={undo}>
        <Icon name="undo" />
      </button>
      <button type="button" className="wf-icon-button" aria-label="Redo" disabled={!canRedo} onClick={redo}>
        <Icon name="redo" />
      </button>
    </div>
  );
}

function SaveButton() {
  const { workflow } = useEditor();
  const [saved, setSaved] = useState<Workflow>();
  const save = () => {
    saveWorkflow(workflow, localStorage);
    setSaved(workflow);
  };
  const words = saved === workflow ? "Saved" : "Save";
  return (
    <button type="button" className="wf-button" aria-label={words} onClick={save}>
      <Icon name="save" /> <span className="wf-wide">{words}</span>
    </button>
  );
}

/** One button where nothing is pinned: a test run and one for real are then the same. */
function RunButtons() {
  const { workflow, engine } = useEditor();
  const isRunning = useRun((run) => run?.status === "running");
  const isPinned = workflow.nodes.some(({ pinned }) => pinned);
  return (
    <>
      {isPinned && (
        <button
          type="button"
          className="wf-button"
          title="Makes each picture anew, also where one is pinned"
          // Not `disabled`, which would drop the focus. The engine ignores a start while it runs.
          aria-disabled={isRunning || undefined}
          onClick={() => void engine.start(workflow, "real")}
        >
          Run for real
        </button>
      )}
      {/* One element for all its words, so that the focus stays on it. */}
      <button
        type="button"
        className={isRunning ? "wf-button" : "wf-button wf-primary"}
        title={isPinned && !isRunning ? "Uses the pinned pictures and pays nothing for them" : undefined}
        onClick={() => (isRunning ? engine.cancel() : void engine.start(workflow, "test"))}
      >
        <Icon name={isRunning ? "stop" : "run"} /> {isRunning ? "Stop" : isPinned ? "Test run" : "Run"}
      </button>
    </>
  );
}

interface HeaderProps {
  steps: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  onOpen: (parsed: ParsedWorkflow) => void;
}
