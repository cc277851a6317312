"use client";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { endInReact } from "./endInReact.js";

/** Props of a `<details>` that people open and close. */
export function useFold(isOpenAtFirst = false) {
  const [open, setOpen] = useState(isOpenAtFirst);
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    endInReact(event);
    setOpen(event.currentTarget.open);
  };
  return { fold: { open, onToggle }, setOpen };
}
