import type { ReactNode } from "react";
import { Icon } from "./Icon.js";
import { Space } from "./Space.js";

/**
 * Content of a button that says for two seconds what it did: a tick and a word. Both are always there, so that the style
 * sheet can lay one over the other and the button keeps its width; without it the word comes and goes. Screen readers keep
 * the button's own name, and hear the outcome from the live region.
 *
 * @param done whether it has just been done
 * @param words words for that, such as "Copied"
 */
export function DoneWords({ done, words, children }: DoneWordsProps) {
  return (
    <span data-imagenode-part="feedback-words" data-state={done ? "done" : "idle"}>
      <span data-imagenode-part="feedback-before">{children}</span>
      <span data-imagenode-part="feedback-done" aria-hidden="true" hidden={!done}>
        <Space />
        <Icon size={15}>
          <path d="m3 8.5 3.2 3.2L13 4.9" />
        </Icon>
        <span data-imagenode-part="words">{words}</span>
      </span>
    </span>
  );
}

interface DoneWordsProps {
  done: boolean;
  words: string;
  children: ReactNode;
}
