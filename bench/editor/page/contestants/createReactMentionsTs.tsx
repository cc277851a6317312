import { useEffect, useRef, useState } from "react";
import { Mention, MentionsInput } from "react-mentions-ts";
import type { MentionSerializer } from "react-mentions-ts";
import { expose } from "../contestantProps.js";
import type { ContestantProps } from "../contestantProps.js";
import { ROWS } from "../token.js";

const SERIALIZER: MentionSerializer = {
  id: "variable",
  insert: ({ id }) => `{{${id}}}`,
  findAll: (value) =>
    Array.from(value.matchAll(/\{\{([^{}]+)\}\}/g), (match) => ({
      markup: match[0],
      index: match.index,
      id: match[1] ?? "",
    })),
};

/** react-mentions-ts with its own search and its own limit of rows. */
export function createReactMentionsTs(paths: readonly string[]) {
  const data = paths.map((path) => ({ id: path, display: path }));
  return function ReactMentionsTs({ text }: ContestantProps) {
    const [value, setValue] = useState(text);
    const saved = useRef(text);
    useEffect(() => expose({ read: () => saved.current }), []);
    return (
      <MentionsInput
        aria-label="Prompt"
        a11ySuggestionsListLabel="Variables"
        value={value}
        onMentionsChange={(change) => {
          saved.current = change.value;
          setValue(change.value);
        }}
      >
        <Mention
          trigger="{{"
          markup={SERIALIZER}
          displayTransform={(id) => `{{${id}}}`}
          data={data}
          maxSuggestions={ROWS}
        />
      </MentionsInput>
    );
  };
}
