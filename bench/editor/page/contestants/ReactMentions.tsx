import { useEffect, useRef, useState } from "react";
import { Mention, MentionsInput } from "react-mentions";
import { expose } from "../contestantProps.js";
import type { ContestantProps } from "../contestantProps.js";
import { findPaths } from "../token.js";

/** react-mentions with a function as data: its list as data draws every match, and thousands of rows take seconds. */
export function ReactMentions({ text, paths }: ContestantProps) {
  const [value, setValue] = useState(text);
  const saved = useRef(text);
  useEffect(() => expose({ read: () => saved.current }), []);
  return (
    <MentionsInput
      aria-label="Prompt"
      a11ySuggestionsListLabel="Variables"
      spellCheck={false}
      value={value}
      onChange={(_event, next) => {
        saved.current = next;
        setValue(next);
      }}
    >
      <Mention
        trigger="{{"
        markup="{{__id__}}"
        displayTransform={(id) => `{{${id}}}`}
        data={(query, callback) => callback(findPaths(paths, query).map((id) => ({ id, display: id })))}
        style={{ backgroundColor: "#dde" }}
      />
    </MentionsInput>
  );
}
