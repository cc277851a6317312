import { ImageNodePanel, ImageNodeScope, useGeneration } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import { useCallback, useLayoutEffect, useState } from "react";
import { findLoopOf, findUpstream } from "../engine/graph.js";
import type { RunState, Workflow, WorkflowNode } from "../engine/types.js";
import { changeNode } from "../workflow/edits.js";
import { runUpTo } from "../workflow/runUpTo.js";
import { isReal, variableSources } from "../workflow/variableSources.js";
import { Drawer } from "./Drawer.js";
import { slotOf, useEditor, useRun } from "./EditorContext.js";
import { NodeForm } from "./forms/NodeForm.js";

const NO_VARIABLES: readonly VariableSource[] = [];

/**
 * The drawer of the chosen node. Each image node keeps its scope for as long as it is on the canvas, whether its panel
 * is open or not: the run lives in the scope's store, which the engine and the node's face use too.
 */
export function NodeDrawer() {
  const { workflow, selectedId } = useEditor();
  const chosen = workflow.nodes.find((node) => node.id === selectedId);
  return (
    <>
      {workflow.nodes
        .filter((node) => node.kind === "image")
        .map((node) => (
          <ImageNode key={slotOf(workflow, node)} node={node} isOpen={node === chosen} />
        ))}
      {chosen && chosen.kind !== "image" && <OtherNode key={slotOf(workflow, chosen)} node={chosen} />}
    </>
  );
}

function ImageNode({ node, isOpen }: { node: WorkflowNode; isOpen: boolean }) {
  const { workflow, engine, change, drift, rest } = useEditor();
  const slot = slotOf(workflow, node);
  const variables = useVariables(isOpen ? node.id : undefined);
  const getRunInput = useCallback(() => {
    const last = engine.getSnapshot();
    const run = last.workflow?.id === workflow.id ? last : undefined;
    const outputs = Object.fromEntries(
      variables.map(({ slug, sample }) => [slug, (isReal(workflow, slug, run) && sample) || {}]),
    );
    return { variables: outputs, context: { nodeId: node.id } };
  }, [variables, node.id, engine, workflow]);
  const setConfig = (config: ImageNodeConfig) => drift((now) => changeNode(now, node.id, { config }));
  const runs = useRun((run) => run?.status === "running" && run.nodes[node.id]?.status === "running");
  const inLoop = findLoopOf(workflow, node.id) !== undefined;
  return (
    <ImageNodeScope
      nodeId={slot}
      nodeSlug={node.slug}
      nodeName={node.name}
      variables={variables}
      getRunInput={getRunInput}
      onRunSource={(slug) => runUpTo(engine, workflow, slug)}
      storage={localStorage}
      pinned={node.pinned}
      onPinnedChange={(pinned) => change((now) => changeNode(now, node.id, { pinned: pinned ?? undefined }))}
    >
      <StoreBridge slot={slot} />
      {isOpen && (
        <Drawer node={node}>
          {runs && inLoop && (
            <p className="wf-quiet wf-padded">The loop is drawing. See each item under “Last run”.</p>
          )}
          <ImageNodePanel
            value={node.config as ImageNodeConfig}
            onValueChange={setConfig}
            onValueCommit={rest}
            // Save and undo are the editor's, wherever the focus is.
            isHostKey={(event) => event.ctrlKey || event.metaKey}
          />
        </Drawer>
      )}
    </ImageNodeScope>
  );
}

/** Registers the scope's store for the engine and the face. */
function StoreBridge({ slot }: { slot: string }) {
  const { registry } = useEditor();
  const { store } = useGeneration();
  useLayoutEffect(() => registry.register(slot, store), [registry, slot, store]);
  return null;
}

function OtherNode({ node }: { node: WorkflowNode }) {
  const { drift, rest } = useEditor();
  const variables = useVariables(node.id);
  return (
    <Drawer node={node}>
      <NodeForm
        node={node}
        variables={variables}
        onConfigChange={(config) => drift((now) => changeNode(now, node.id, { config }))}
        onRest={rest}
      />
    </Drawer>
  );
}

/** Collects the variables that a node can name; returns the same array until something before the node changes. */
function useVariables(nodeId: string | undefined): readonly VariableSource[] {
  const { workflow, engine } = useEditor();
  const key = useRun((run) => (nodeId ? describeUpstream(workflow, nodeId, run) : ""));
  const collect = () => {
    if (!nodeId) return NO_VARIABLES;
    const run = engine.getSnapshot();
    return variableSources(workflow, nodeId, run.workflow?.id === workflow.id ? run : undefined);
  };
  const [known, setKnown] = useState(() => ({ key, variables: collect() }));
  if (known.key === key) return known.variables;
  const fresh = { key, variables: collect() };
  setKnown(fresh);
  return fresh.variables;
}

/** Describes all that stands before a node, so that its form gets new variables only when that changes. */
function describeUpstream(workflow: Workflow, nodeId: string, run: RunState | undefined): string {
  const upstream = findUpstream(workflow, nodeId);
  const nodes = workflow.nodes.filter((node) => upstream.has(node.id));
  return JSON.stringify([
    nodes.map(({ id, slug, name, config, kind }) => [
      id,
      slug,
      name,
      kind === "image" ? "" : config,
      upstream.get(id),
    ]),
    nodes.map(({ id }) => run?.nodes[id]?.endedAt),
  ]);
}
