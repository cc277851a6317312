import { Canvas, Markdown, Source } from "@storybook/addon-docs/blocks";
import type { ComponentProps } from "react";

/**
 * Page of a family of parts: a live story, its code, and its parts with props and attributes as the reference has them.
 *
 * @param reference text of the family's file in `docs/reference`
 */
export function FamilyPage({ story, code, reference, children }: FamilyPageProps) {
  return (
    <>
      {children}
      <Canvas of={story} sourceState="none" />
      <Source code={code} language="tsx" />
      <Markdown>{toPage(reference)}</Markdown>
    </>
  );
}

/** Leaves out the file's own head; what it links to elsewhere has no page here. */
function toPage(reference: string): string {
  return reference.slice(reference.indexOf("\n## ")).replaceAll(/\[([^[\]]+)\]\([^()#][^()]*\)/g, "$1");
}

interface FamilyPageProps {
  story: ComponentProps<typeof Canvas>["of"];
  /** Text of a file that shows the family in use. */
  code: string;
  reference: string;
  children?: ComponentProps<"div">["children"];
}
