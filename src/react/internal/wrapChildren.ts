import { cloneElement, isValidElement } from "react";
import type { ReactNode } from "react";

/** Wraps the children of a part, or what is in its only child where `asChild` puts the part on that. */
export function wrapChildren(
  children: ReactNode,
  asChild: boolean | undefined,
  wrap: (inner: ReactNode) => ReactNode,
): ReactNode {
  return asChild && isValidElement<{ children?: ReactNode }>(children)
    ? cloneElement(children, undefined, wrap(children.props.children))
    : wrap(children);
}
