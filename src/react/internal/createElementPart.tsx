"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type {
  ComponentPropsWithoutRef,
  ForwardRefExoticComponent,
  HTMLAttributes,
  RefAttributes,
} from "react";

import { readState, renderChildren } from "./PartView.js";
import type { PartChildren } from "./PartView.js";

/** Props of every part that renders one plain element. */
export interface ElementPartProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /** Content in place of the part's own, or a function that renders it from the part's words and state. */
  children?: PartChildren;
  /** Renders the only child instead, with the part's attributes and handlers. No by default. @default false */
  asChild?: boolean | undefined;
}

/** Attributes that a part has by itself. */
export type PartAttributes = ComponentPropsWithoutRef<"div"> & Record<`data-${string}`, string | undefined>;

/**
 * Creates a part that is one element and reads its attributes and default content from a hook.
 *
 * @param useAttributes returns the part's own attributes; `null` renders nothing
 * @param wraps whether the part's own content holds the host's children, unless they are a function; otherwise they
 *   replace it
 * @param ownProps names of the part's own props, which no element takes
 */
export function createElementPart<P extends ElementPartProps = ElementPartProps>(
  displayName: string,
  Tag: "div" | "span" | "p" | "dl" | "ul" | "li" | "section" | "strong" | "code",
  useAttributes: (props: P) => PartAttributes | null,
  wraps = false,
  ownProps: readonly (keyof P & string)[] = [],
): ForwardRefExoticComponent<P & RefAttributes<HTMLElement>> {
  const part = toPartName(displayName);
  const Part = forwardRef<HTMLElement, ElementPartProps>(function ElementPart(props, ref) {
    const attributes = useAttributes(props as P);
    if (attributes === null) return null;
    const { asChild, children, ...others } = props;
    const rest = Object.fromEntries(
      Object.entries(others).filter(([name]) => !(ownProps as readonly string[]).includes(name)),
    );
    const { children: content, ...own } = attributes;
    const view = { content, state: readState(own), disabled: false };
    const shown =
      wraps && !asChild && typeof children !== "function" ? content : renderChildren(children, asChild, view);
    const Component = (asChild ? Slot : Tag) as "div";
    return (
      <Component data-imagenode-part={part} {...own} {...rest} ref={ref as React.Ref<HTMLDivElement>}>
        {shown}
      </Component>
    );
  });
  Part.displayName = displayName;
  return Part as unknown as ForwardRefExoticComponent<P & RefAttributes<HTMLElement>>;
}

/** "Preview.CopyImage" → "preview-copy-image". */
export function toPartName(displayName: string): string {
  return displayName
    .replaceAll(".", "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
