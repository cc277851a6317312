import { useLayoutEffect, useRef } from "react";
import { VList } from "virtua";
import type { VListHandle } from "virtua";
import type { LogEntry } from "../engine/types.js";
import { useEditor, useRun } from "./EditorContext.js";

const NO_ENTRIES: readonly LogEntry[] = [];

/** Log of the run, newest at the end; follows the run while it goes on. */
export function RunLog() {
  const { workflow, select } = useEditor();
  const entries = useRun((run) => run?.log ?? NO_ENTRIES);
  const startedAt = useRun((run) => run?.startedAt ?? 0);
  const list = useRef<VListHandle>(null);
  useLayoutEffect(() => {
    if (entries.length > 0) list.current?.scrollToIndex(entries.length - 1, { align: "end" });
  }, [entries.length]);
  if (entries.length === 0)
    return <p className="wf-quiet wf-padded">Run the workflow, and each step is told here.</p>;
  const nameOf = (id: string) => workflow.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <div className="wf-log" role="log" aria-label="Run log">
      <VList ref={list} data={entries} style={{ height: "100%" }}>
        {(entry, index) => (
          <div className="wf-log-line" key={index} data-level={entry.level}>
            <time dir="ltr">{((entry.at - startedAt) / 1000).toFixed(1)} s</time>
            {entry.nodeId ? (
              <button type="button" onClick={() => select(entry.nodeId)}>
                {nameOf(entry.nodeId)}
              </button>
            ) : (
              <strong>Workflow</strong>
            )}
            <span dir="auto">{entry.text}</span>
          </div>
        )}
      </VList>
    </div>
  );
}
