import { useRef, useState } from "react";
import type { ChangeEvent } from "react";
import { parseWorkflow } from "../workflow/parseWorkflow.js";
import type { ParsedWorkflow } from "../workflow/parseWorkflow.js";
import { Icon } from "./Icon.js";

/** Opens a workflow from a JSON file, or says why it cannot be read. */
export function ImportButton({ onOpen }: { onOpen: (parsed: ParsedWorkflow) => void }) {
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
