import { useRef, useState } from "react";
import type { ChangeEvent } from "react";
import type { Workflow } from "../engine/types.js";
import { parseWorkflow } from "../workflow/parseWorkflow.js";
import type { ParsedWorkflow } from "../workflow/parseWorkflow.js";
import { PRESETS } from "../workflow/presets.js";
import { useEditor, useRun } from "./EditorContext.js";
import { Icon } from "./icons.js";
import { downloadWorkflow, saveWorkflow } from "./savedWorkflow.js";

/** The bar above: the workflow's name, its history, saving, running, and the presets. */
export function Header({ steps, onOpen }: HeaderProps) {
  const { workflow, engine, drift, rest } = useEditor();
  const isRunning = useRun((run) => run?.status === "running");
  const [saved, setSaved] = useState<Workflow>();
  const save = () => {
    saveWorkflow(workflow, localStorage);
    setSaved(workflow);
  };
  const run = (what: Workflow) => void engine.start(what);
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
        <div className="wf-group">
          <button
            type="button"
            className="wf-icon-button"
            aria-label="Undo"
            disabled={!steps.canUndo}
            onClick={steps.undo}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="wf-icon-button"
            aria-label="Redo"
            disabled={!steps.canRedo}
            onClick={steps.redo}
          >
            <Icon name="redo" />
          </button>
        </div>
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
          <button type="button" className="wf-button" onClick={save}>
            <Icon name="save" /> <span className="wf-wide">{saved === workflow ? "Saved" : "Save"}</span>
          </button>
        </div>
        {isRunning ? (
          <button type="button" className="wf-button" onClick={() => engine.cancel()}>
            <Icon name="stop" /> Stop
          </button>
        ) : (
          <button type="button" className="wf-button wf-primary" onClick={() => run(workflow)}>
            <Icon name="run" /> Run
          </button>
        )}
      </div>
      <nav className="wf-presets" aria-label="Examples">
        {PRESETS.map((preset) => (
          <div className="wf-preset" key={preset.id} data-current={preset.id === workflow.id || undefined}>
            <button
              type="button"
              disabled={isRunning}
              aria-current={preset.id === workflow.id || undefined}
              onClick={() => onOpen({ workflow: preset, notes: [] })}
            >
              {preset.name}
            </button>
            <button
              type="button"
              disabled={isRunning}
              aria-label={`Run ${preset.name}`}
              onClick={() => {
                onOpen({ workflow: preset, notes: [] });
                run(preset);
              }}
            >
              <Icon name="run" size={12} />
            </button>
          </div>
        ))}
      </nav>
    </header>
  );
}

function ImportButton({ onOpen }: Pick<HeaderProps, "onOpen">) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    try {
      onOpen(parseWorkflow(await file.text()));
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label="Workflow file"
        onChange={(event) => void read(event)}
      />
      <button
        type="button"
        className="wf-icon-button"
        aria-label="Import JSON"
        onClick={() => input.current?.click()}
      >
        <Icon name="import" />
      </button>
      {problem && (
        <span className="wf-failure" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

interface HeaderProps {
  steps: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  onOpen: (parsed: ParsedWorkflow) => void;
}
