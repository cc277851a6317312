"use client";
import { useState } from "react";

/** The same object as last time while all its members are the same. */
export function useStable<T extends object>(next: T): T {
  const [kept, keep] = useState(next);
  if ((Object.keys(next) as (keyof T)[]).every((key) => Object.is(kept[key], next[key]))) return kept;
  keep(next);
  return next;
}
