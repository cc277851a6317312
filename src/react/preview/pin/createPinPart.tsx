"use client";
import { forwardRef } from "react";
import type { ForwardRefExoticComponent, PropsWithoutRef, RefAttributes } from "react";
import { createLazy } from "../../internal/createLazy.js";
import { usePreviewContext } from "../PreviewContext.js";

const usePin = createLazy(() => import("./index.js"));

/**
 * Creates a part around a pinned image. Its code is loaded where the scope has something pinned or lets it be: most nodes
 * never do.
 *
 * @param name name of the loaded part
 */
export function createPinPart<E, P>(
  displayName: string,
  name: "PinButton" | "PinnedNotice",
): ForwardRefExoticComponent<PropsWithoutRef<P> & RefAttributes<E>> {
  const Part = forwardRef<E, P>(function PinPart(props, ref) {
    const { scope } = usePreviewContext(displayName);
    const Loaded = usePin(Boolean(scope?.pinned ?? scope?.onPinnedChange))?.[name] as
      React.ElementType | undefined;
    return Loaded ? <Loaded {...props} ref={ref} /> : null;
  });
  Part.displayName = displayName;
  return Part;
}
