"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { HTMLAttributes } from "react";
import { FieldRoot } from "../field/index.js";
import { composeHandlers } from "../internal/composeHandlers.js";
import { dataFlag } from "../internal/dataFlag.js";
import { ReferenceFacts } from "./ReferenceFacts.js";
import { useReferencesContext } from "./ReferencesContext.js";
import type { ReferenceEntry } from "./ReferencesContext.js";
import { useItemDrag } from "./useItemDrag.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/**
 * Shows one reference: its picture, its name, what is wrong with it, and buttons that move and remove it. It can be dragged
 * to another place. Renders a `<li>` element, or nothing where there is no reference at the place.
 */
export const ReferencesItem = forwardRef<HTMLLIElement, ReferencesItemProps>(function ReferencesItem(
  { index, ...rest },
  ref,
) {
  const { references } = useReferencesContext("References.Item");
  const entry = references[index];
  return entry ? <Item {...rest} entry={entry} ref={ref} /> : null;
});

interface ItemProps extends Omit<ReferencesItemProps, "index"> {
  entry: ReferenceEntry;
}

const Item = forwardRef<HTMLLIElement, ItemProps>(function Item({ entry, asChild, children, ...rest }, ref) {
  const { model, disabled, references, move } = useReferencesContext("References.Item");
  const t = useReferenceMessages();
  const { index, reference, unused } = entry;
  const { handlers, draggable, side, isDragged } = useItemDrag(
    index,
    !disabled && references.length > 1,
    move,
  );
  const error = entry.fault ?? (unused ? t("referenceImages.unused", { model }) : undefined);
  const Component = (asChild ? Slot : "li") as "li";
  return (
    <FieldRoot asChild name={`references.${index}`} error={error}>
      <Component
        data-imagenode-part="references-item"
        data-index={String(index)}
        data-kind={reference.attachmentId === undefined ? "variable" : "picture"}
        data-unused={dataFlag(unused)}
        data-dragged={dataFlag(isDragged)}
        data-drop={side}
        draggable={draggable}
        {...rest}
        onDragStart={composeHandlers(rest.onDragStart, handlers.onDragStart)}
        onDragOver={composeHandlers(rest.onDragOver, handlers.onDragOver)}
        onDrop={composeHandlers(rest.onDrop, handlers.onDrop)}
        onDragEnd={composeHandlers(rest.onDragEnd, handlers.onDragEnd)}
        ref={ref}
      >
        {children ?? <ReferenceFacts entry={entry} />}
      </Component>
    </FieldRoot>
  );
});

/** Attributes of one reference. */
export interface ReferencesItemState {
  /** @selector [data-index] Place in the list, from 0. */
  index: number;
  /** @selector [data-kind] What it names. */
  kind: "picture" | "variable";
  /** @selector [data-unused] While the model does not take it. */
  unused: boolean;
  /** @selector [data-dragged] While it is being dragged. */
  dragged: boolean;
  /** @selector [data-drop] Side on which the dragged one would land. */
  drop: "before" | "after";
  /** @selector [data-invalid] While something is wrong with it. */
  invalid: boolean;
}

/** Props of {@link ReferencesItem}. */
export interface ReferencesItemProps extends HTMLAttributes<HTMLLIElement> {
  /** Place of the reference in the list, from 0. */
  index: number;
  /** Renders the only child instead, with the part's attributes. No by default. @default false */
  asChild?: boolean | undefined;
}
