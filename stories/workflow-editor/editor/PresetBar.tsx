import type { ParsedWorkflow } from "../workflow/parseWorkflow.js";
import { PRESETS } from "../workflow/presets.js";
import { useEditor, useRun } from "./EditorContext.js";
import { Icon } from "./Icon.js";

/** The example workflows: each opens by its name, and runs by the button beside it. */
export function PresetBar({ onOpen }: { onOpen: (parsed: ParsedWorkflow) => void }) {
  const { workflow, engine } = useEditor();
  const isRunning = useRun((run) => run?.status === "running");
  return (
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
              void engine.start(preset);
            }}
          >
            <Icon name="run" size={12} />
          </button>
        </div>
      ))}
    </nav>
  );
}
