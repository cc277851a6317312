"use client";
import { useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { createGeneration } from "../../client/index.js";
import type { GenerationStore } from "../../client/index.js";
import { createStore } from "../../internal/createStore.js";
import type { VariableSource } from "../../template/index.js";
import type { PromptTokenizer } from "../internal/PromptTokenizer.js";
import { ClientContext } from "./ClientContext.js";
import { FormBridgeContext, NO_FORM } from "./FormBridge.js";
import { GenerationStoreContext } from "./GenerationStoreContext.js";
import { ScopeContext } from "./ScopeContext.js";
import type { GenerationStorage, ResolvePrompt, RunInput } from "./ScopeContext.js";

const NO_VARIABLES: readonly VariableSource[] = [];

/** Says, once per node, which node this is, what stands before it and what a run gets. Renders no element. */
export function ImageNodeScope(props: ImageNodeScopeProps) {
  const {
    nodeId,
    nodeSlug,
    nodeName,
    variables = NO_VARIABLES,
    loopItems,
    getRunInput,
    resolvePrompt,
    tokenize,
    storage,
    generation: outside,
    children,
  } = props;
  const client = useContext(ClientContext)?.client;
  const scope = useMemo(
    () => ({
      nodeId,
      nodeSlug,
      nodeName,
      variables,
      loopItems,
      getRunInput,
      resolvePrompt,
      tokenize,
      storage,
    }),
    [nodeId, nodeSlug, nodeName, variables, loopItems, getRunInput, resolvePrompt, tokenize, storage],
  );
  const store = useMemo(
    () => outside ?? (client ? createGeneration(client, { slot: nodeId, storage }) : null),
    [client, nodeId, outside, storage],
  );
  const [bridge] = useState(() => createStore(NO_FORM));
  return (
    <ScopeContext.Provider value={scope}>
      <GenerationStoreContext.Provider value={store}>
        <FormBridgeContext.Provider value={bridge}>{children}</FormBridgeContext.Provider>
      </GenerationStoreContext.Provider>
    </ScopeContext.Provider>
  );
}

/** Props of {@link ImageNodeScope}. */
export interface ImageNodeScopeProps {
  /** The host's id of the node; also the slot under which a run is remembered in `storage`. */
  nodeId: string;
  /** The name by which later nodes refer to this one, such as "image_gen". */
  nodeSlug: string;
  /** The node's name, for people. */
  nodeName?: string | undefined;
  /** One entry per upstream node: the editor completes from its schema, its sample, or both. Keep the identity stable. */
  variables?: readonly VariableSource[] | undefined;
  /** How often the loops around this node run it, for the cost estimate. @default what the loops' samples say */
  loopItems?: number | undefined;
  /** Called when a run starts. Without it the samples of `variables` are used, and the form says so. */
  getRunInput?: (() => RunInput | Promise<RunInput>) | undefined;
  /**
   * A host's own template engine. Its result is sent as `input.resolved` and never parsed again. An `ImageNodeError` that
   * it throws ends the run before anything is sent. @default the back end resolves, or this package where it can't
   */
  resolvePrompt?: ResolvePrompt | undefined;
  /**
   * Finds the tokens of that engine's language in a line, so that the editor marks them, and judges nothing that it can't
   * read. Keep the same function. @default this package's language
   */
  tokenize?: PromptTokenizer | undefined;
  /** Lets a run survive a reload, such as `localStorage`. Without it a reload forgets the run. */
  storage?: GenerationStorage | undefined;
  /**
   * A run that the host keeps, made by `createGeneration`: it outlives the panel, and the host's engine, the node's face
   * and the panel share it. Its `slot` and `storage` are then the host's to choose. @default one of this scope's own
   */
  generation?: GenerationStore | undefined;
  /** The parts that belong to this node. */
  children?: ReactNode;
}
