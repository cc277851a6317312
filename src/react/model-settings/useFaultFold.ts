"use client";
import { useState } from "react";
import { useFold } from "../internal/useFold.js";

/** Props of a `<details>` that people open and close, and that opens by itself when something inside becomes faulty. */
export function useFaultFold(isFaulty: boolean) {
  const { fold, setOpen } = useFold(isFaulty);
  const [wasFaulty, setWasFaulty] = useState(isFaulty);
  if (isFaulty !== wasFaulty) {
    setWasFaulty(isFaulty);
    if (isFaulty) setOpen(true);
  }
  return fold;
}
