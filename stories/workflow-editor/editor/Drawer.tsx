import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { ErrorStrategy, WorkflowNode } from "../engine/types.js";
import { changeNode, removeNodes, renameSlug } from "../workflow/edits.js";
import { KINDS } from "../workflow/kinds.js";
import { useEditor } from "./EditorContext.js";
import { Icon, KindIcon } from "./Icon.js";
import { RunData } from "./RunData.js";
import { useIsNarrow } from "./useIsNarrow.js";

/** The drawer beside the canvas: one node's form, and its last run. */
export function Drawer({ node, children }: { node: WorkflowNode; children: ReactNode }) {
  const { change } = useEditor();
  const [tab, setTab] = useState<"settings" | "run">("settings");
  return (
    <aside className="wf-drawer" aria-label={`Settings of ${node.name}`}>
      <DrawerHeader node={node} />
      <div className="wf-tabs" role="group" aria-label="View">
        <button type="button" aria-pressed={tab === "settings"} onClick={() => setTab("settings")}>
          Settings
        </button>
        <button type="button" aria-pressed={tab === "run"} onClick={() => setTab("run")}>
          Last run
        </button>
        <ErrorStrategySelect
          value={node.onError ?? "stop"}
          onChange={(onError) => change((now) => changeNode(now, node.id, { onError }))}
        />
      </div>
      {/* Stays mounted: the text's own undo would be lost with its field. */}
      <div className="wf-drawer-body" data-kind={node.kind} hidden={tab !== "settings"}>
        {children}
      </div>
      {tab === "run" && (
        <div className="wf-drawer-body wf-padded">
          <RunData node={node} />
        </div>
      )}
    </aside>
  );
}

function DrawerHeader({ node }: { node: WorkflowNode }) {
  const { select, change, drift, rest } = useEditor();
  const isNarrow = useIsNarrow();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Where the drawer covers the canvas, whoever opened it can't be seen any more.
    if (isNarrow) close.current?.focus();
  }, [isNarrow]);
  return (
    <header>
      <span className="wf-kind" data-kind={node.kind}>
        <KindIcon kind={node.kind} />
      </span>
      <div className="wf-drawer-name">
        <input
          aria-label="Name"
          dir="auto"
          value={node.name}
          onChange={(event) => drift((now) => changeNode(now, node.id, { name: event.target.value }))}
          onBlur={rest}
        />
        <SlugField
          key={node.slug}
          node={node}
          onRename={(slug) => change((now) => renameSlug(now, node.id, slug))}
        />
      </div>
      <button
        type="button"
        className="wf-icon-button"
        aria-label="Delete node"
        onClick={() => {
          change((now) => removeNodes(now, [node.id]));
          select(undefined);
        }}
      >
        <Icon name="remove" />
      </button>
      <button
        type="button"
        className="wf-icon-button"
        aria-label="Close settings"
        ref={close}
        onClick={() => select(undefined)}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** Renames the slug on blur: each letter on the way would rewrite all references. */
function SlugField({ node, onRename }: { node: WorkflowNode; onRename: (slug: string) => void }) {
  const [slug, setSlug] = useState(node.slug);
  return (
    <input
      className="wf-slug"
      dir="ltr"
      aria-label="Variable name"
      title={`Later nodes write {{${node.slug}.output…}}. ${KINDS[node.kind].label}`}
      value={slug}
      spellCheck={false}
      onChange={(event) => setSlug(event.target.value)}
      onBlur={() => {
        if (slug !== node.slug) onRename(slug);
        setSlug(node.slug);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}

function ErrorStrategySelect({
  value,
  onChange,
}: {
  value: ErrorStrategy;
  onChange: (value: ErrorStrategy) => void;
}) {
  return (
    <label className="wf-strategy">
      <span>If it fails</span>
      <select value={value} onChange={(event) => onChange(event.target.value as ErrorStrategy)}>
        <option value="stop">stop</option>
        <option value="continue">continue</option>
      </select>
    </label>
  );
}
