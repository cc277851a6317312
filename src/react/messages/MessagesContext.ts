"use client";
import { createContext } from "react";
import type { Messages } from "./withWords.js";

/** Words of the nearest provider; `null` where there is none. */
export const MessagesContext = createContext<Messages | null>(null);
