"use client";
import { useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { createClient } from "../../client/index.js";
import type { ImageNodeClient } from "../../client/index.js";
import { holdEscape } from "../internal/holdEscape.js";
import { MessagesContext, createTranslate, en } from "../messages/index.js";
import type { MessageOverrides } from "../messages/index.js";
import { ClientContext } from "./ClientContext.js";

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
  const client = useMemo(() => {
    if (given) return given;
    if (baseUrl !== undefined) return createClient({ baseUrl });
    throw new Error(
      "<ImageNodeProvider> got neither baseUrl nor client, so nothing below it can reach a back end. " +
        'Give it one: <ImageNodeProvider baseUrl="/api/image-node">.',
    );
  }, [given, baseUrl]);
  const translate = useMemo(() => createTranslate(en, messages), [messages]);
  const value = useMemo(() => ({ client, portalContainer }), [client, portalContainer]);
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
   * Client made by `createClient`, for headers or a `fetch` of your own. Keep its identity stable. By default one of
   * `baseUrl`.
   */
  client?: ImageNodeClient | undefined;
  /** Words that replace the built-in English, key by key, and the locale of numbers and plurals. English by default. */
  messages?: MessageOverrides | undefined;
  /** Element that holds popups. By default what opens stands beside its trigger. Either way it is shown in the top layer. */
  portalContainer?: HTMLElement | null | undefined;
  /** Part of the app that speaks with this back end. */
  children?: ReactNode;
}
