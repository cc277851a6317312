"use client";
import { createContext, useContext } from "react";
import type { ImageNodeClient } from "../../client/index.js";
import type { Catalog } from "../../contract/index.js";

/** Value that the provider gives to every part below it. */
export interface ClientContextValue {
  client: ImageNodeClient;
  /** Catalog that the host gave; `undefined` where the back end is asked for it. */
  catalog: Catalog | undefined;
  portalContainer: HTMLElement | null | undefined;
}

/** Provided by `ImageNodeProvider`; `null` where parts stand alone. */
export const ClientContext = createContext<ClientContextValue | null>(null);

/**
 * Returns the client of the provider around this component, or `null`. It stays the same object for as long as the back
 * end does; each call goes to the client that the provider was given last.
 *
 * @example
 * const client = useImageNodeClient();
 * const save = async () => upload(await toFile(generation, { client: client ?? undefined }));
 */
export function useImageNodeClient(): ImageNodeClient | null {
  return useContext(ClientContext)?.client ?? null;
}
