"use client";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { endInReact } from "../internal/endInReact.js";

/** Props of a `<details>` that people open and close, and that opens by itself when something inside becomes faulty. */
export function useFaultFold(isFaulty: boolean) {
  const [open, setOpen] = useState(isFaulty);
  const [wasFaulty, setWasFaulty] = useState(isFaulty);
  if (isFaulty !== wasFaulty) {
    setWasFaulty(isFaulty);
    if (isFaulty) setOpen(true);
  }
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    endInReact(event);
    setOpen(event.currentTarget.open);
  };
  return { open, onToggle };
}
