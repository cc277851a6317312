import type { ReactNode } from "react";
import "./frame.css";

/** A card as wide as a node editor's side panel, around parts that stand alone. Renders a `<main>`. */
export function Frame({ wide = false, flush = false, children }: FrameProps) {
  return (
    <main className="frame" data-wide={wide || undefined} data-flush={flush || undefined}>
      {children}
    </main>
  );
}

interface FrameProps {
  /** As wide as a drawer. @default false */
  wide?: boolean | undefined;
  /** Without padding, for what brings its own. @default false */
  flush?: boolean | undefined;
  children: ReactNode;
}
