"use client";
import { createContext } from "react";

/** Choices of the panel's host that only some of its parts read. */
export interface PanelOptions {
  /** Greatest number of images that can be asked for at once; `undefined` for the usual one. */
  maxCount?: number | undefined;
  /** Prompts that an empty preview suggests; `undefined` for those made from the variables. */
  examples?: readonly string[] | undefined;
}

/** Holds the choices of the panel's host. */
export const PanelOptionsContext = createContext<PanelOptions>({});
