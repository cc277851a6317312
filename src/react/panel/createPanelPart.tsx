"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, memo } from "react";
import type {
  ComponentType,
  ElementType,
  ForwardRefExoticComponent,
  HTMLAttributes,
  ReactNode,
  RefAttributes,
  SyntheticEvent,
} from "react";
import { composeHandlers } from "../internal/composeHandlers.js";
import { wrapChildren } from "../internal/wrapChildren.js";

/** Props of a part of the panel. */
export interface PanelPartProps extends HTMLAttributes<HTMLElement> {
  /** Parts that are drawn in place of the default ones. */
  children?: ReactNode;
  /** Renders the only child instead, with the part's attributes and handlers. No by default. @default false */
  asChild?: boolean | undefined;
}

/**
 * Creates a part of the panel: an element or a part of another family, with default parts in it. Without props of its
 * own that changed it does not render again, so that an echoing host renders nothing of it while the user types.
 *
 * @param Part element, or part that takes `asChild` itself
 * @param useOwn returns the part's attributes and, as `children`, its default parts; `null` renders nothing
 * @param Around component that stands inside of the element, around what is in it
 */
export function createPanelPart<P = PanelPartProps>(
  displayName: string,
  Part: ElementType,
  useOwn: (props: P) => Record<string, unknown> | null,
  Around?: ComponentType<{ children?: ReactNode }>,
): ForwardRefExoticComponent<P & RefAttributes<HTMLElement>> {
  const PanelPart = forwardRef<HTMLElement, PanelPartProps>(function PanelPart(props, ref) {
    const own = useOwn(props as P);
    if (!own) return null;
    const { children: _, ...given } = own;
    const { asChild, children, ...rest } = props;
    const toggle = own["onToggle"] as ((event: SyntheticEvent) => void) | undefined;
    const isTag = typeof Part === "string";
    const Component = isTag && asChild ? Slot : Part;
    return (
      <Component
        {...given}
        {...rest}
        {...(toggle && { onToggle: composeHandlers(props.onToggle, toggle) })}
        {...(!isTag && asChild && { asChild })}
        ref={ref}
      >
        {wrapChildren(children, asChild, (inner) => {
          const shown = inner ?? (own["children"] as ReactNode);
          return Around ? <Around>{shown}</Around> : shown;
        })}
      </Component>
    );
  });
  PanelPart.displayName = displayName;
  return memo(PanelPart) as unknown as ForwardRefExoticComponent<P & RefAttributes<HTMLElement>>;
}
