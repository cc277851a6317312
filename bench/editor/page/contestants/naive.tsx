import { useState } from "react";
import type { ContestantProps } from "../contestant.js";

/** The floor with a popup: a textarea, a substring search, ten rows, no placement, no highlighting. */
export function Naive({ text, paths }: ContestantProps) {
  const [hits, setHits] = useState<readonly string[]>([]);
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const look = (field: HTMLTextAreaElement) => {
    const caret = field.selectionStart;
    const start = field.value.lastIndexOf("{{", caret);
    if (start < 0 || caret - start > 100 || field.value.slice(start, caret).includes("}")) return setHits([]);
    const query = field.value.slice(start + 2, caret);
    setRange([start, caret]);
    setHits(paths.filter((path) => path.includes(query)).slice(0, 10));
  };
  return (
    <div>
      <textarea
        aria-label="Prompt"
        defaultValue={text}
        spellCheck={false}
        onChange={(event) => look(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || hits[0] === undefined) return;
          event.preventDefault();
          event.currentTarget.setRangeText(`{{${hits[0]}}}`, range[0], range[1], "end");
          setHits([]);
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
