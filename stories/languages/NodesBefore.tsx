import type { VariableSource } from "image-generation-node/template";
import { useState } from "react";

/** The nodes that the panel's node knows, each with a name to change. Renders a `<section>`. */
export function NodesBefore({ sources, onRename, onDelete }: NodesBeforeProps) {
  return (
    <section className="language-host-nodes" aria-label="Nodes">
      <h2>Nodes</h2>
      <ul>
        {sources.map(({ slug, label, distance = 1 }) => (
          <li key={slug}>
            <NameField key={label} label={label} onRename={(name) => onRename(slug, name)} />
            {distance < 0 && <small>runs later</small>}
            <button type="button" aria-label={`Delete ${label}`} onClick={() => onDelete(slug)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NameField({ label, onRename }: { label: string; onRename: (name: string) => void }) {
  const [name, setName] = useState(label);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name && name !== label) onRename(name);
      }}
    >
      <input aria-label={`Name of ${label}`} value={name} onChange={(event) => setName(event.target.value)} />
    </form>
  );
}

interface NodesBeforeProps {
  sources: readonly VariableSource[];
  onRename: (slug: string, name: string) => void;
  onDelete: (slug: string) => void;
}
