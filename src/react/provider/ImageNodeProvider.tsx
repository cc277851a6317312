"use client";
import { useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { createClient } from "../../client/index.js";
import type { ImageNodeClient } from "../../client/index.js";
import { holdEscape } from "../internal/holdEscape.js";
import { MessagesContext, coreWords, createTranslate } from "../messages/index.js";
import type { MessageOverrides } from "../messages/index.js";
import { isEqualJson } from "../internal/isEqualJson.js";
import { useRenderWarning } from "../internal/useRenderWarning.js";
import { ClientContext } from "./ClientContext.js";
import { readBaseUrl, readClient, readMessages } from "./readProps.js";
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
  const { baseUrl, client: given, messages, portalContainer, children } = props;
  useRenderWarning(COMPONENT, { client: given, messages }, ["messages"]);
  const own = useMemo(() => {
    const made = readClient(COMPONENT, given);
    if (made) return made;
    const address = readBaseUrl(COMPONENT, baseUrl);
    if (address !== null) return createClient({ baseUrl: address });
    throw new Error(
      "<ImageNodeProvider> got neither baseUrl nor client, so nothing below it can reach a back end. " +
        'Give it one: <ImageNodeProvider baseUrl="/api/image-node">.',
    );
  }, [given, baseUrl]);
  const client = useSharedClient(own);
  const words = useSameWords(messages);
  const translate = useMemo(() => createTranslate(coreWords, readMessages(COMPONENT, words)), [words]);
  const value = useMemo(() => client && { client, portalContainer }, [client, portalContainer]);
  // Before a dialog of the host opens and listens on the window.
  useEffect(() => holdEscape(window), []);
  return (
    <ClientContext.Provider value={value}>
      <MessagesContext.Provider value={translate}>{children}</MessagesContext.Provider>
    </ClientContext.Provider>
  );
}

/** Returns the same words for as long as they say the same, however often the host makes them anew. */
function useSameWords(messages: MessageOverrides | undefined): MessageOverrides | undefined {
  const [kept, keep] = useState(messages);
  if (isEqualJson(kept, messages)) return kept;
  keep(messages);
  return messages;
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
  /** Words that replace the built-in English, key by key, and the locale of numbers and plurals. English by default. */
  messages?: MessageOverrides | undefined;
  /** Element that holds popups. By default what opens stands beside its trigger. Either way it is shown in the top layer. */
  portalContainer?: HTMLElement | null | undefined;
  /** Part of the app that speaks with this back end. */
  children?: ReactNode;
}
