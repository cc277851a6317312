"use client";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { createClient } from "../../client/index.js";
import type { ImageNodeClient } from "../../client/index.js";
import { MessagesContext, createTranslate, en } from "../messages/index.js";
import type { MessageOverrides } from "../messages/index.js";
import { ClientContext } from "./ClientContext.js";

/**
 * Says once per app where the back end is and which words are used. Renders no element.
 *
 * Give `baseUrl` (serialisable, so a Server Component may render it) or a `client` of your own.
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
  return (
    <ClientContext.Provider value={value}>
      <MessagesContext.Provider value={translate}>{children}</MessagesContext.Provider>
    </ClientContext.Provider>
  );
}

/** Props of {@link ImageNodeProvider}. */
export interface ImageNodeProviderProps {
  /** Where the back end answers, absolute or relative to the page, such as "/api/image-node". Ignored when `client` is given. */
  baseUrl?: string | undefined;
  /** A client made by `createClient`, for own headers or an own `fetch`. Keep its identity stable. */
  client?: ImageNodeClient | undefined;
  /** Words that replace the built-in English, key by key, and the locale of numbers and plurals. */
  messages?: MessageOverrides | undefined;
  /** Where popups are put. @default the nearest open dialog, else the shadow root, else the body */
  portalContainer?: HTMLElement | null | undefined;
  /** The part of the app that speaks with this back end. */
  children?: ReactNode;
}
