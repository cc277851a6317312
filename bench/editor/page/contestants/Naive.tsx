import { useState } from "react";
import type { ContestantProps } from "../contestantProps.js";
import { findPaths, findToken } from "../token.js";
import type { Token } from "../token.js";

/** The floor with a popup: a textarea, a substring search, ten rows, no placement, no highlighting. */
export function Naive({ text, paths }: ContestantProps) {
  const [token, setToken] = useState<Token | null>(null);
  const hits = token ? findPaths(paths, token.query) : [];
  return (
    <div>
      <textarea
        aria-label="Prompt"
        defaultValue={text}
        spellCheck={false}
        onChange={({ currentTarget: field }) => setToken(findToken(field.value, field.selectionStart))}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !token || hits[0] === undefined) return;
          event.preventDefault();
          event.currentTarget.setRangeText(`{{${hits[0]}}}`, token.start, token.end, "end");
          setToken(null);
        }}
      />
      {hits.length > 0 && (
        <div role="listbox" aria-label="Variables">
          {hits.map((hit, index) => (
            <div key={hit} role="option" aria-selected={index === 0}>
              {hit}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
