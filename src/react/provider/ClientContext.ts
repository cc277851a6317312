"use client";
import { createContext, useContext } from "react";
import type { ImageNodeClient } from "../../client/index.js";

/** Value that the provider gives to every part below it. */
export interface ClientContextValue {
  client: ImageNodeClient;
  portalContainer: HTMLElement | null | undefined;
}

/** Provided by `ImageNodeProvider`; `null` where parts stand alone. */
export const ClientContext = createContext<ClientContextValue | null>(null);

/** Returns the client of the provider around this component, or `null`. */
export function useImageNodeClient(): ImageNodeClient | null {
  return useContext(ClientContext)?.client ?? null;
}
