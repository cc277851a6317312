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
        <RunButton />
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
  return (
    <button type="button" className="wf-button" onClick={save}>
      <Icon name="save" /> <span className="wf-wide">{saved === workflow ? "Saved" : "Save"}</span>
    </button>
  );
}

function RunButton() {
  const { workflow, engine } = useEditor();
  const isRunning = useRun((run) => run?.status === "running");
  return isRunning ? (
    <button type="button" className="wf-button" onClick={() => engine.cancel()}>
      <Icon name="stop" /> Stop
    </button>
  ) : (
    <button type="button" className="wf-button wf-primary" onClick={() => void engine.start(workflow)}>
      <Icon name="run" /> Run
    </button>
  );
}

interface HeaderProps {
  steps: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  onOpen: (parsed: ParsedWorkflow) => void;
}
