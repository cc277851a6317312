"use client";
import { useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { GenerationStore } from "../../client/index.js";
import type { GenerationContext, PinnedImage } from "../../contract/index.js";
import { createStore } from "../../internal/createStore.js";
import type { TemplateLanguage, VariableSource } from "../../template/index.js";
import { useSame } from "../internal/useSame.js";
import { useSources } from "../internal/useSources.js";
import { useRenderWarning } from "../internal/useRenderWarning.js";
import { ClientContext } from "./ClientContext.js";
import { createLateGeneration } from "./createLateGeneration.js";
import { FormBridgeContext, NO_FORM } from "./FormBridge.js";
import { GenerationStoreContext } from "./GenerationStoreContext.js";
import { readContext, readFunction, readGeneration, readPinned, readStorage } from "./readProps.js";
import { ScopeContext } from "./ScopeContext.js";
import type { GenerationStorage, RunInput } from "./ScopeContext.js";
import { useSharedStorage } from "./useSharedStorage.js";

const COMPONENT = "<ImageNodeScope>";

/**
 * Describes one node to the parts inside: its id and slug, the outputs of the nodes before it and the input of its
 * runs. Holds the node's run. Renders no element.
 *
 * @example
 * const variables = [{ slug: "trigger", label: "New product", sample: { output: { style: "noir" } } }];
 *
 * <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
 *   <ImageNodePanel value={config} onValueChange={setConfig} />
 * </ImageNodeScope>
 */
export function ImageNodeScope(props: ImageNodeScopeProps) {
  const {
    nodeId,
    nodeSlug,
    nodeName,
    createdAt,
    context: ownContext,
    variables: sources,
    loopItems,
    storage: ownStorage,
    language: ownLanguage,
    generation: ownGeneration,
    pinned: ownPinned,
    children,
  } = props;
  useRenderWarning(
    COMPONENT,
    {
      context: ownContext,
      storage: ownStorage,
      language: ownLanguage,
      generation: ownGeneration,
    },
    ["context"],
  );
  const variables = useSources(COMPONENT, sources);
  const getRunInput = readFunction(COMPONENT, "getRunInput", props.getRunInput);
  const onRunSource = readFunction(COMPONENT, "onRunSource", props.onRunSource);
  const onPinnedChange = readFunction(COMPONENT, "onPinnedChange", props.onPinnedChange);
  const pinned = useSame(readPinned(COMPONENT, ownPinned));
  const context = useSame(readContext(COMPONENT, ownContext));
  const language = ownLanguage ?? undefined;
  const outside = readGeneration(COMPONENT, ownGeneration);
  const storage = useSharedStorage(readStorage(COMPONENT, ownStorage), nodeId);
  const client = useContext(ClientContext)?.client;
  const scope = useMemo(
    () => ({
      nodeId,
      nodeSlug,
      nodeName,
      createdAt,
      context,
      variables,
      loopItems,
      getRunInput,
      onRunSource,
      language,
      storage,
      pinned,
      onPinnedChange,
    }),
    [
      nodeId,
      nodeSlug,
      nodeName,
      createdAt,
      context,
      variables,
      loopItems,
      getRunInput,
      onRunSource,
      language,
      storage,
      pinned,
      onPinnedChange,
    ],
  );
  const store = useMemo(
    () => outside ?? (client ? createLateGeneration(client, { slot: nodeId, storage, createdAt }) : null),
    [client, createdAt, nodeId, outside, storage],
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
  /**
   * Id of the node; also the slot under which a run is remembered in `storage`. Call `forgetNode(storage, nodeId)` when
   * the node is deleted, or give `createdAt`, where an id may be used again.
   */
  nodeId: string;
  /** Name by which later nodes refer to this one, such as "image_gen". */
  nodeSlug: string;
  /** Name of the node as people see it. */
  nodeName?: string | undefined;
  /**
   * Time at which the node was created, in epoch milliseconds: what a deleted node with the same id left in `storage` is
   * not shown. By default everything under the id is this node's.
   */
  createdAt?: number | undefined;
  /**
   * Upstream nodes: the editor completes from the schema of each, its sample, or both. Sources that hold the same
   * count as the same, also in a list that is made anew; give one that changed as a new object, with a new sample or schema. None by default.
   */
  variables?: readonly VariableSource[] | undefined;
  /**
   * Number of times that the loops around this node run it, for the cost estimate. By default the samples of the loops
   * tell it.
   */
  loopItems?: number | undefined;
  /**
   * Facts about the node that each of its runs and prompt previews sends as `context`, such as the id of its credential.
   * What `getRunInput` returns as `context` wins key by key. The back end's models and `loadVariables` get it; it comes
   * from a browser, so they must look up what it names within the caller's scope. By default the node's id, slug and
   * name are sent.
   *
   * @example
   * <ImageNodeScope nodeId="n4" nodeSlug="image_gen" context={{ credentialId: node.credentialId }}>
   */
  context?: GenerationContext | undefined;
  /** Called when a run starts. By default the run uses the samples of `variables`, and the form says so. */
  getRunInput?: (() => RunInput | Promise<RunInput>) | undefined;
  /**
   * Called with the slug of an earlier node that a person wants to run, because this node's prompt names a value of it that
   * a run did not have: the preview offers it beside the error. May return a promise, until whose end the button waits.
   * Without it nothing of the kind is offered.
   *
   * @example
   * <ImageNodeScope nodeId="n4" nodeSlug="image_gen" onRunSource={(slug) => engine.runNode(slug)}>
   */
  onRunSource?: ((slug: string) => void | Promise<void>) | undefined;
  /**
   * Language in which the host's texts name variables, such as `<block.field>`: made by `createPathLanguage`, or written
   * by hand. With its `resolve` each run sends the finished text as `input.resolved`; an `ImageNodeError` that it throws
   * ends the run before anything is sent. Keep the same object. @default doubleBraceLanguage
   */
  language?: TemplateLanguage | undefined;
  /**
   * Storage, such as `localStorage`, through which runs survive a reload. While a run may go on, it holds the whole
   * request with its variables; after a known end, the configuration and the result. It also holds the last 12 images of
   * the node, those of every tab and panel. By default a reload forgets the run.
   */
  storage?: GenerationStorage | undefined;
  /**
   * Run that the host keeps, made by `createGeneration`: it outlives the panel, and the host's engine, the node's face
   * and the panel share it. Its `slot` and `storage` are then the host's to choose. By default the scope makes its own.
   */
  generation?: GenerationStore | undefined;
  /**
   * Image that a person pinned, as the host saved it: the preview shows it where the node has made none in this page, and
   * `Preview.Pinned` tells that test runs use it. Give it to `client.generate` too, whose test runs then pay nothing. One
   * that can't be read counts as none. Nothing is pinned by default.
   */
  pinned?: PinnedImage | null | undefined;
  /**
   * Called with the image that a person pins, plain JSON to be saved with the node, and with `null` when it is unpinned.
   * Without it nothing can be pinned.
   *
   * @example
   * <ImageNodeScope nodeId="n4" nodeSlug="image_gen" pinned={data.pinned} onPinnedChange={(pinned) => update({ pinned })}>
   */
  onPinnedChange?: ((pinned: PinnedImage | null) => void) | undefined;
  /** Parts that belong to this node. */
  children?: ReactNode;
}
