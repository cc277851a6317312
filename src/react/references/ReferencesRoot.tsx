"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useMemo, useRef } from "react";
import type { HTMLAttributes } from "react";
import { FieldRoot } from "../field/index.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { composeRefs } from "../internal/composeRefs.js";
import { dataFlag } from "../internal/dataFlag.js";
import { DraggedProvider } from "./DraggedContext.js";
import { ReferencesProvider } from "./ReferencesContext.js";
import type { ReferencesContextValue } from "./ReferencesContext.js";
import { useFileDrop } from "./useFileDrop.js";
import { useReferenceMessages } from "./useReferenceMessages.js";
import { useReferencesState } from "./useReferencesState.js";

/**
 * Holds the pictures that the image model is given for the parts inside it, and takes pictures that are dropped or pasted
 * here. Renders a `<div role="group">` element, or nothing where the model takes none and the configuration keeps none.
 *
 * @example
 * <References.Root>
 *   <References.Title />
 *   <References.List />
 *   <References.Add />
 *   <References.Note />
 *   <References.Status />
 * </References.Root>
 */
export const ReferencesRoot = forwardRef<HTMLDivElement, ReferencesRootProps>(
  function ReferencesRoot(props, ref) {
    const element = useRef<HTMLDivElement>(null);
    const context = useReferencesState(element);
    const refs = useMemo(() => composeRefs<HTMLDivElement>(element, ref), [ref]);
    if (!context) return null;
    return (
      <ReferencesProvider value={context}>
        <DraggedProvider>
          <Box {...props} context={context} ref={refs} />
        </DraggedProvider>
      </ReferencesProvider>
    );
  },
);

interface BoxProps extends ReferencesRootProps {
  context: ReferencesContextValue;
}

const Box = forwardRef<HTMLDivElement, BoxProps>(function Box({ context, asChild, ...rest }, ref) {
  const { references, max, canUpload, addFiles } = context;
  const drop = useFileDrop(canUpload, addFiles);
  const Component = asChild ? Slot : "div";
  return (
    <FieldRoot asChild name="references">
      <Component
        role="group"
        aria-label={useReferenceMessages()("referenceImages.title")}
        data-imagenode-part="references-root"
        data-count={String(references.length)}
        data-max={String(max)}
        data-dropping={dataFlag(drop.isOver)}
        {...rest}
        onDragEnter={composeHandlers(rest.onDragEnter, drop.onDragOver)}
        onDragOver={composeHandlers(rest.onDragOver, drop.onDragOver)}
        onDragLeave={composeHandlers(rest.onDragLeave, drop.onDragLeave)}
        onDrop={composeHandlers(rest.onDrop, drop.onDrop)}
        onPaste={composeHandlers(rest.onPaste, drop.onPaste)}
        ref={ref}
      />
    </FieldRoot>
  );
});

/** Attributes of reference images. */
export interface ReferencesRootState {
  /** @selector [data-count] Number of references that the configuration has. */
  count: number;
  /** @selector [data-max] Number of pictures that the model takes. */
  max: number;
  /** @selector [data-dropping] While files are held over it. */
  dropping: boolean;
  /** @selector [data-invalid] While something is wrong with the list, such as a missing picture. */
  invalid: boolean;
}

/** Props of {@link ReferencesRoot}. */
export interface ReferencesRootProps extends HTMLAttributes<HTMLDivElement> {
  /** Renders the only child instead, with the part's attributes. No by default. @default false */
  asChild?: boolean | undefined;
}
