"use client";
import { createContext } from "react";
import type { GenerationStore } from "../../client/index.js";

/** Run of one node. Provided by `ImageNodeScope`; `null` where parts stand alone. */
export const GenerationStoreContext = createContext<GenerationStore | null>(null);
