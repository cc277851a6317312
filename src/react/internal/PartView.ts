import { cloneElement, isValidElement } from "react";
import type { ReactElement, ReactNode } from "react";

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
  if (typeof children === "function") return children(view);
  if (!asChild) return isOwn ? view.content : (children ?? view.content);
  const isSilent = isValidElement(children) && !saysSomething(children);
  return isValidElement(children) && (isOwn || isSilent) && takesChildren(children)
    ? cloneElement(children, undefined, view.content)
    : children;
}

const WORDS = ["children", "dangerouslySetInnerHTML", "label"];

function saysSomething({ props }: ReactElement): boolean {
  return WORDS.some((name) => (props as Record<string, unknown>)[name] !== undefined);
}

function takesChildren({ type, props }: ReactElement): boolean {
  const { label, dangerouslySetInnerHTML } = props as Record<string, unknown>;
  return type !== "input" && type !== "img" && label === undefined && dangerouslySetInnerHTML === undefined;
}

/** Collects the state of a part from its attributes. */
export function readState(attributes: object): PartView["state"] {
  const entries = Object.entries(attributes).flatMap(([name, value]: [string, unknown]) =>
    name.startsWith("data-") && typeof value === "string" ? [[name.slice(5), value]] : [],
  );
  return Object.fromEntries(entries) as PartView["state"];
}
