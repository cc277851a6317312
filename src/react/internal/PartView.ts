import { cloneElement, isValidElement } from "react";
import type { ReactNode } from "react";

/** Part as it is now, for a host that renders its words and its state in an element of its own. */
export interface PartView {
  /** Words that the part shows by itself, in the language of the page. */
  content: ReactNode;
  /** State attributes by name, without "data-": `{ status: "running" }`. */
  state: Readonly<Record<string, string | undefined>>;
  /** Whether pressing it does nothing now. */
  disabled: boolean;
}

/** Content of a part, or a function that renders it from what the part would show. */
export type PartChildren = ReactNode | ((view: PartView) => ReactNode);

/**
 * Renders the children of a part: those of the host, else the part's own content. With `asChild` a child that says
 * nothing by itself gets the content.
 *
 * @param isOwn whether the part's content wins over words of the host's that belong to another state
 */
export function renderChildren(
  children: PartChildren,
  asChild: boolean | undefined,
  view: PartView,
  isOwn = false,
): ReactNode {
  const { content } = view;
  if (typeof children === "function") return children(view);
  if (!asChild) return isOwn ? content : (children ?? content);
  if (!isValidElement<Record<string, unknown>>(children) || content === undefined) return children;
  const { children: words, label, dangerouslySetInnerHTML: html } = children.props;
  const takesNone = label !== undefined || html !== undefined || children.type === "input";
  return takesNone || (words !== undefined && !isOwn) ? children : cloneElement(children, undefined, content);
}

/** Collects the state of a part from its attributes. */
export function readState(attributes: object): PartView["state"] {
  const entries = Object.entries(attributes) as [string, string | undefined][];
  return Object.fromEntries(
    entries.filter(([name]) => name.startsWith("data-")).map(([name, value]) => [name.slice(5), value]),
  );
}
