"use client";
import { createContext } from "react";

/** Greatest number of images that can be asked for at once, as the panel's host says; `undefined` for the usual one. */
export const MaxCountContext = createContext<number | undefined>(undefined);
