"use client";
import { useState } from "react";
import { isSameIn } from "./isSameIn.js";

/** Returns the same object as last time while all its members are the same. */
export function useStable<T extends object>(next: T): T {
  const [kept, keep] = useState(next);
  if (isSameIn(kept, next, Object.keys(next) as (keyof T)[])) return kept;
  keep(next);
  return next;
}
