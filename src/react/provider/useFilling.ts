"use client";
import { useEffect, useReducer } from "react";
import { useRefreshCredits } from "./useRefreshCredits.js";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Returns the time at which credits are filled up, in epoch milliseconds, while it is ahead. Reads them anew once it has
 * come; a time that has passed is no reason to.
 */
export function useFilling(moment: number | undefined): number | undefined {
  const refresh = useRefreshCredits();
  const [, pass] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (moment === undefined || !(moment > Date.now())) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(check, Math.min(moment - Date.now(), LONGEST_TIMER_MS));
    };
    const check = () => {
      // Months are waited for in parts, and a clock may have been set back.
      if (moment > Date.now()) {
        wait();
        return;
      }
      pass();
      refresh();
    };
    wait();
    return () => clearTimeout(timer);
  }, [moment, refresh]);
  return moment !== undefined && moment > Date.now() ? moment : undefined;
}
