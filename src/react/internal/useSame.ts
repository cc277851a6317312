"use client";
import { useState } from "react";
import { isEqualJson } from "../../internal/isEqualJson.js";

/** Returns the same data for as long as it says the same, however often the host makes it anew. */
export function useSame<T>(data: T): T {
  const [kept, keep] = useState(() => data);
  if (isEqualJson(kept, data)) return kept;
  keep(() => data);
  return data;
}
