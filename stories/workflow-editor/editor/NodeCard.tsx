import { Handle, Position } from "@xyflow/react";
import type { NodeProps } from "@xyflow/react";
import { memo, useMemo } from "react";
import { findLoopOf } from "../engine/graph.js";
import type { NodeStatus, WorkflowNode } from "../engine/types.js";
import { checkNode, checkPlace } from "../workflow/checkNode.js";
import { KINDS } from "../workflow/kinds.js";
import { variableSources } from "../workflow/variableSources.js";
import { countItems } from "./countItems.js";
import { useEditor, useNodeRun } from "./EditorContext.js";
import { KindIcon } from "./Icon.js";
import { NodeFace } from "./NodeFace.js";
import { nodeSummary } from "./nodeSummary.js";

/** One node on the canvas: its kind, its summary and its last run. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps) {
  const { workflow } = useEditor();
  const node = workflow.nodes.find((candidate) => candidate.id === id);
  const run = useNodeRun(id);
  const problems = useMemo(
    () =>
      node ? [...checkPlace(node, workflow), ...checkNode(node, variableSources(workflow, node.id))] : [],
    [node, workflow],
  );
  if (!node) return null;
  const status = run?.status;
  return (
    <div className="wf-card" data-kind={node.kind} data-status={status} data-selected={selected || undefined}>
      {node.kind !== "trigger" && <Handle type="target" position={Position.Left} />}
      <CardHead node={node} status={status} />
      {node.kind === "image" && (
        <NodeFace node={node} run={run} inLoop={findLoopOf(workflow, id) !== undefined} />
      )}
      <p className="wf-card-text" dir="auto">
        {nodeSummary(node)}
      </p>
      {node.kind === "loop" && <LoopProgress loopId={id} />}
      {problems.length > 0 && (
        <p className="wf-card-problem" title={problems.join("\n")}>
          {problems[0]}
        </p>
      )}
      {run?.error && status === "failed" && <p className="wf-card-problem">{run.error}</p>}
      {node.kind === "loop" ? <LoopHandles /> : <Handle type="source" position={Position.Right} />}
    </div>
  );
});

function CardHead({ node, status }: { node: WorkflowNode; status: NodeStatus | undefined }) {
  return (
    <div className="wf-card-head">
      <span className="wf-kind" data-kind={node.kind}>
        <KindIcon kind={node.kind} />
        {status && <span className="wf-status" data-status={status} aria-hidden="true" />}
      </span>
      <div className="wf-card-name">
        <strong dir="auto">{node.name}</strong>
        <span>
          {KINDS[node.kind].label}
          {status && ` · ${STATUS_WORDS[status]}`}
        </span>
      </div>
    </div>
  );
}

function LoopHandles() {
  return (
    <>
      <Handle type="source" position={Position.Right} id="each" className="wf-handle-each" />
      <span className="wf-handle-label" data-handle="each">
        each
      </span>
      <Handle type="source" position={Position.Right} id="done" className="wf-handle-done" />
      <span className="wf-handle-label" data-handle="done">
        done
      </span>
    </>
  );
}

const STATUS_WORDS: Readonly<Record<NodeStatus, string>> = {
  waiting: "Waiting",
  running: "Running",
  succeeded: "Done",
  failed: "Failed",
  skipped: "Skipped",
  cancelled: "Cancelled",
};

function LoopProgress({ loopId }: { loopId: string }) {
  const { workflow } = useEditor();
  const first = workflow.edges.find((edge) => edge.source === loopId && edge.handle !== "done")?.target;
  const counts = countItems(useNodeRun(first ?? ""));
  if (!counts) return null;
  return (
    <div className="wf-progress">
      <progress max={counts.total} value={counts.succeeded + counts.failed} aria-label="Items" />
      <span>
        {counts.succeeded + counts.failed} of {counts.total}
        {counts.failed > 0 && <em> · {counts.failed} failed</em>}
      </span>
    </div>
  );
}
