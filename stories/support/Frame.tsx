import type { ReactNode } from "react";
import "./frame.css";

/** A card as wide as a node editor's side panel, around parts that stand alone. Renders a `<main>`. */
export function Frame({ wide = false, children }: { wide?: boolean | undefined; children: ReactNode }) {
  return (
    <main className="frame" data-wide={wide || undefined}>
      {children}
    </main>
  );
}
