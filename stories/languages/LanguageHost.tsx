import { ImageNodePanel, ImageNodeScope } from "image-generation-node";
import {
  createImageNodeConfig,
  parseImageNodeConfig,
  renameConfigReferences,
  validateImageNodeConfig,
} from "image-generation-node/contract";
import type { VariableSource } from "image-generation-node/template";
import { useMemo, useState } from "react";
import type { LanguageRecipe } from "./LanguageRecipe.js";
import { NodesBefore } from "./NodesBefore.js";
import "./languages.css";

/** An editor with a template language of its own: the nodes before, the panel, and the text as it is saved. */
export function LanguageHost({ recipe, template = "", storage }: LanguageHostProps) {
  const { id, language, rename } = recipe;
  const key = `language-${id}`;
  const [saved] = useState(() => readSaved(storage?.getItem(key)));
  const [sources, setSources] = useState(saved?.sources ?? recipe.sources);
  const [config, setConfig] = useState(() =>
    saved
      ? parseImageNodeConfig(saved.config, { language }).config
      : createImageNodeConfig({ prompt: { template } }),
  );
  const problems = useMemo(
    () => validateImageNodeConfig(config, { variables: sources, language }),
    [config, sources, language],
  );

  function renameNode(slug: string, name: string) {
    const node = sources.find((source) => source.slug === slug);
    if (!node) return;
    const renamed = rename(node, name);
    setSources(sources.map((source) => (source === node ? renamed : source)));
    if (renamed.slug !== slug) setConfig(renameConfigReferences(config, slug, renamed.slug, { language }));
  }

  return (
    <ImageNodeScope nodeId="n4" nodeSlug="image_gen" nodeName="Image" variables={sources} language={language}>
      <main className="language-host">
        <NodesBefore
          sources={sources}
          onRename={renameNode}
          onDelete={(slug) => setSources(sources.filter((source) => source.slug !== slug))}
        />
        <div className="language-host-panel">
          <ImageNodePanel value={config} onValueChange={setConfig} />
        </div>
        <section className="language-host-saved" aria-label="Saved text">
          <h2>Saved text</h2>
          <pre>{config.prompt.template}</pre>
          <p>{problems.length === 0 ? "No problems" : problems.map(({ code }) => code).join(", ")}</p>
          {storage && (
            <button type="button" onClick={() => storage.setItem(key, JSON.stringify({ config, sources }))}>
              Save
            </button>
          )}
        </section>
      </main>
    </ImageNodeScope>
  );
}

interface Saved {
  config: unknown;
  sources: readonly VariableSource[];
}

const readSaved = (text: string | null | undefined) => (text ? (JSON.parse(text) as Saved) : undefined);

/** Props of {@link LanguageHost}. */
export interface LanguageHostProps {
  /** Language of the editor, and its nodes. */
  recipe: LanguageRecipe;
  /** Text at the start. @default "" */
  template?: string | undefined;
  /** Place of saved workflows. By default nothing is saved. */
  storage?: Pick<Storage, "getItem" | "setItem"> | undefined;
}
