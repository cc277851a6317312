"use client";
import * as Select from "@radix-ui/react-select";
import { Children, Fragment, forwardRef, isValidElement } from "react";
import type { ComponentPropsWithoutRef, ForwardRefRenderFunction, ReactNode } from "react";

type ViewportProps = ComponentPropsWithoutRef<typeof Select.Viewport>;

/** React's own form of a component with a ref, which its types leave out. */
const { render } = Select.Viewport as unknown as {
  render: ForwardRefRenderFunction<HTMLDivElement, ViewportProps>;
};

/**
 * Viewport of Radix without the inline style sheet beside it. Radix sets its text as HTML, which a page that requires
 * Trusted Types forbids: the error would unmount the host's whole tree. The style sheet of the package has its rules.
 */
export const ListViewport = forwardRef<HTMLDivElement, ViewportProps>(function ListViewport(props, ref) {
  return withoutStyleElements(render(props, ref));
});

function withoutStyleElements(node: ReactNode): ReactNode {
  if (!isValidElement<{ children?: ReactNode }>(node) || node.type !== Fragment) return node;
  return Children.toArray(node.props.children).filter(
    (child) => !isValidElement(child) || child.type !== "style",
  );
}
