import type { ReactNode } from "react";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

/** A value as a host stores or receives it. Renders a `<section>` named by its title. */
export function JsonView({ title, note, value, empty }: JsonViewProps) {
  return (
    <section className="json-view" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span>{note}</span>
      </header>
      {value === undefined ? <p>{empty}</p> : <pre>{highlight(JSON.stringify(value, null, 2))}</pre>}
    </section>
  );
}

function highlight(json: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const match of json.matchAll(TOKEN)) {
    nodes.push(json.slice(end, match.index));
    const [whole, text, colon] = match;
    const kind = colon ? "key" : text ? "string" : "literal";
    nodes.push(
      <span key={match.index} data-kind={kind}>
        {whole}
      </span>,
    );
    end = match.index + whole.length;
  }
  return [...nodes, json.slice(end)];
}

interface JsonViewProps {
  title: string;
  /** Note beside the title: owner of the value, and when it changes. */
  note: string;
  /** `undefined` while there is none. */
  value: unknown;
  /** Text shown while there is none. */
  empty?: string | undefined;
}
