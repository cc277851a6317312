import { ImageNodeScope } from "image-generation-node";
import type { VariableSource } from "image-generation-node/template";
import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import type { Runs } from "./createRuns.js";
import type { Flow, FlowNode } from "./flow.js";
import { language } from "./language.js";
import { runInputOf } from "./runInputOf.js";
import { variablesOf } from "./variablesOf.js";

/** Tells the parts below which node they belong to. The node's face and its panel each have one, with the same run. */
export function ImageScope({ flow, node, runs, children }: ImageScopeProps) {
  // The flow changes at each key in a prompt; the variables before the node mostly do not.
  const described = JSON.stringify(variablesOf(flow, node.id));
  const variables = useMemo(() => JSON.parse(described) as VariableSource[], [described]);
  const getRunInput = useCallback(() => runInputOf(flow, node.id), [flow, node.id]);
  return (
    <ImageNodeScope
      nodeId={node.id}
      nodeSlug={node.slug}
      nodeName={node.name}
      variables={variables}
      getRunInput={getRunInput}
      language={language}
      generation={runs.of(node)}
    >
      {children}
    </ImageNodeScope>
  );
}

export interface ImageScopeProps {
  flow: Flow;
  node: FlowNode;
  runs: Runs;
  children: ReactNode;
}
