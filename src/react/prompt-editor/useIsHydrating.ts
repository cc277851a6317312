"use client";
import { useSyncExternalStore } from "react";
import { noSubscription } from "../internal/noSubscription.js";

const isNever = () => false;
const isAlways = () => true;

/** Tells in the first rendering whether React takes over what a server rendered. */
export function useIsHydrating(): boolean {
  return useSyncExternalStore(noSubscription, isNever, isAlways);
}
