"use client";
import { createContext } from "react";

/** Tells whether a run went on before the preview that announces it was there; `null` where nothing stood in its place. */
export const UnsaidContext = createContext<(() => boolean) | null>(null);
