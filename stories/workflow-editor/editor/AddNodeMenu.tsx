import { useRef } from "react";
import type { NodeKind } from "../engine/types.js";
import { KINDS, KIND_IDS } from "../workflow/kinds.js";
import { Icon, KindIcon } from "./Icon.js";

/** Offers every kind of node. A `<details>`: it opens, closes and is reached by keys without a script. */
export function AddNodeMenu({ onAdd }: { onAdd: (kind: NodeKind) => void }) {
  const details = useRef<HTMLDetailsElement>(null);
  const add = (kind: NodeKind) => {
    if (details.current) details.current.open = false;
    onAdd(kind);
  };
  return (
    <details className="wf-add" ref={details}>
      <summary className="wf-button">
        <Icon name="plus" /> Add node
      </summary>
      <ul>
        {KIND_IDS.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => add(kind)}>
              <span className="wf-kind" data-kind={kind}>
                <KindIcon kind={kind} />
              </span>
              <span>
                <strong>{KINDS[kind].label}</strong>
                <small>{KINDS[kind].hint}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
