import { Command } from "cmdk";
import { useRef, useState } from "react";
import type { ContestantProps } from "../contestantProps.js";
import { findPaths, findToken } from "../token.js";
import type { Token } from "../token.js";

/** cmdk's list around a textarea; the application filters, as its documentation says for long lists. */
export function Cmdk({ text, paths }: ContestantProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [token, setToken] = useState<Token | null>(null);
  const [active, setActive] = useState("");
  const hits = token ? findPaths(paths, token.query) : [];
  const accept = (path: string) => {
    if (token) field.current?.setRangeText(`{{${path}}}`, token.start, token.end, "end");
    setToken(null);
  };
  return (
    <Command shouldFilter={false} label="Variables" value={active} onValueChange={setActive}>
      <textarea
        ref={field}
        aria-label="Prompt"
        defaultValue={text}
        spellCheck={false}
        onChange={({ currentTarget }) => {
          const next = findToken(currentTarget.value, currentTarget.selectionStart);
          setToken(next);
          setActive(next ? (findPaths(paths, next.query)[0] ?? "") : "");
        }}
      />
      {hits.length > 0 && (
        <Command.List>
          {hits.map((path) => (
            <Command.Item key={path} value={path} onSelect={() => accept(path)}>
              {path}
            </Command.Item>
          ))}
        </Command.List>
      )}
    </Command>
  );
}
