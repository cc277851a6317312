"use client";
import { useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";
import { holdEscape } from "../internal/holdEscape.js";
import { MessagesContext, coreWords, createTranslate } from "../messages/index.js";
import type { MessageOverrides } from "../messages/index.js";
import { usePrefetch } from "../internal/usePrefetch.js";
import { useSame } from "../internal/useSame.js";
import { useRenderWarning } from "../internal/useRenderWarning.js";
import { ClientContext } from "./ClientContext.js";
import { clientCode } from "./clientCode.js";
import { createLazyClient } from "./createLazyClient.js";
import { readBaseUrl, readCatalog, readClient, readMessages } from "./readProps.js";
import { useSharedClient } from "./useSharedClient.js";

const COMPONENT = "<ImageNodeProvider>";

/**
 * Connects the parts below with the back end and sets their words, once per app. Renders no element.
 *
 * Takes a `baseUrl` (serialisable, so a Server Component may render it) or a `client` of your own.
 *
 * @example
 * import { de } from "image-generation-node/messages/de";
 *
 * <ImageNodeProvider baseUrl="/api/image-node" messages={de}>
 *   <App />
 * </ImageNodeProvider>
 */
export function ImageNodeProvider(props: ImageNodeProviderProps) {
  const { baseUrl, client: given, catalog: offer, messages, portalContainer, children } = props;
  useRenderWarning(COMPONENT, { client: given, catalog: offer, messages }, ["catalog", "messages"]);
  const kept = useSame(offer);
  const catalog = useMemo(() => readCatalog(COMPONENT, kept), [kept]);
  const own = useMemo(() => {
    const made = readClient(COMPONENT, given);
    if (made) return made;
    const address = readBaseUrl(COMPONENT, baseUrl);
    if (address !== null) return createLazyClient({ baseUrl: address, catalog });
    throw new Error(
      "<ImageNodeProvider> got neither baseUrl nor client, so nothing below it can reach a back end. " +
        'Give it one: <ImageNodeProvider baseUrl="/api/image-node">.',
    );
  }, [given, baseUrl, catalog]);
  const client = useSharedClient(own, catalog);
  usePrefetch(clientCode);
  const words = useSame(messages);
  const translate = useMemo(() => createTranslate(coreWords, readMessages(COMPONENT, words)), [words]);
  const value = useMemo(
    () => client && { client, catalog, portalContainer },
    [client, catalog, portalContainer],
  );
  // Before a dialog of the host opens and listens on the window.
  useEffect(() => holdEscape(window), []);
  return (
    <ClientContext.Provider value={value}>
      <MessagesContext.Provider value={translate}>{children}</MessagesContext.Provider>
    </ClientContext.Provider>
  );
}

/** Props of {@link ImageNodeProvider}. */
export interface ImageNodeProviderProps {
  /**
   * Address of the back end, absolute or relative to the page, such as "/api/image-node". Ignored when `client` is
   * given.
   */
  baseUrl?: string | undefined;
  /**
   * Client made by `createClient`, for headers or a `fetch` of your own. Every call goes to the newest
   * one; a run and the catalog stay for as long as its `baseUrl` does. By default one of `baseUrl`.
   */
  client?: ImageNodeClient | undefined;
  /**
   * Models, styles and the rest of what the workspace offers, where the host knows it: in the form of the contract's
   * `GET /catalog`. No request is made for it then, and `reload` of `useCatalog` does nothing. One that breaks the
   * contract is left out with a warning. By default the back end is asked.
   *
   * @example
   * <ImageNodeProvider baseUrl="/api/image-node" catalog={catalogOf(workspace)}>
   */
  catalog?: Catalog | undefined;
  /** Words that replace the built-in English, key by key, and the locale of numbers and plurals. English by default. */
  messages?: MessageOverrides | undefined;
  /** Element that holds popups. By default what opens stands beside its trigger. Either way it is shown in the top layer. */
  portalContainer?: HTMLElement | null | undefined;
  /** Part of the app that speaks with this back end. */
  children?: ReactNode;
}
