declare module "react-mentions" {
  import type { ComponentType, ReactNode } from "react";

  interface Suggestion {
    id: string;
    display: string;
  }
  export const MentionsInput: ComponentType<{
    value: string;
    onChange: (event: unknown, value: string) => void;
    "aria-label": string;
    a11ySuggestionsListLabel: string;
    spellCheck: boolean;
    children: ReactNode;
  }>;
  export const Mention: ComponentType<{
    trigger: string | RegExp;
    markup: string;
    displayTransform: (id: string) => string;
    data: (query: string, callback: (found: readonly Suggestion[]) => void) => void;
    style?: Record<string, string>;
  }>;
}
