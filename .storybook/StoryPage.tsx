import { StrictMode, useLayoutEffect } from "react";
import type { ReactNode } from "react";

/** Gives the document the toolbars' theme and direction, as a host's page would have them. Strict mode is on. */
export function StoryPage({ theme, direction, children }: StoryPageProps) {
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = theme;
    document.documentElement.dir = direction;
  }, [theme, direction]);
  return <StrictMode>{children}</StrictMode>;
}

interface StoryPageProps {
  theme: string;
  direction: string;
  children: ReactNode;
}
