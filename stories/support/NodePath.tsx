import type { VariableSource } from "image-generation-node/template";

/** The workflow up to this node, so that a reader sees where the variables come from. Renders a `<nav>`. */
export function NodePath({ sources, name, slug }: NodePathProps) {
  return (
    <nav className="node-path" aria-label="Workflow">
      <ol>
        {sources.map((source) => (
          <li key={source.slug}>
            {source.label} <code>{source.slug}</code>
          </li>
        ))}
        <li aria-current="step">
          {name} <code>{slug}</code>
        </li>
      </ol>
    </nav>
  );
}

interface NodePathProps {
  /** Furthest first. */
  sources: readonly VariableSource[];
  name: string;
  slug: string;
}
