"use client";
import { useCallback, useContext } from "react";
import { ClientContext } from "./ClientContext.js";
import { catalogStoreOf } from "./catalogStoreOf.js";

/** Returns a function that reads the credits anew, where the back end was asked for them; it stays the same. */
export function useRefreshCredits(): () => void {
  const context = useContext(ClientContext);
  return useCallback(() => {
    if (context && !context.catalog) catalogStoreOf(context.client).refresh();
  }, [context]);
}
