"use client";
import type { ReactNode } from "react";
import { Preview } from "../preview/index.js";

/** Adds the dialogs, and what a screen reader hears, to a preview of the panel. */
export function PanelDialogs({ children }: { children?: ReactNode }) {
  return (
    <>
      {children}
      <Preview.Zoom />
      <Preview.CompareDialog />
      <Preview.Announcer />
    </>
  );
}
