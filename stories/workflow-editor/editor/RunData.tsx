import { VList } from "virtua";
import { isSafeImageUrl } from "image-generation-node/client";
import type { ItemRun, WorkflowNode } from "../engine/types.js";
import { useNodeRun } from "./EditorContext.js";

/** Input and output of a node in the last run; inside a loop, one row per item. */
export function RunData({ node }: { node: WorkflowNode }) {
  const run = useNodeRun(node.id);
  if (!run) return <p className="wf-quiet">This node has not run yet.</p>;
  return (
    <>
      {run.error && <p className="wf-failure">{run.error}</p>}
      {run.items && run.items.length > 0 && <Items items={run.items} />}
      {run.input !== undefined && <Json title="Input" value={run.input} />}
      {run.output !== undefined && <Json title="Output" value={run.output} />}
    </>
  );
}

/** Only the rows in view are drawn: a loop may have a thousand. */
function Items({ items }: { items: readonly ItemRun[] }) {
  return (
    <section className="wf-items" aria-label="Items">
      <VList style={{ height: Math.min(360, items.length * 48) }} data={items}>
        {(item) => <Item key={item.index} item={item} />}
      </VList>
    </section>
  );
}

function Item({ item }: { item: ItemRun }) {
  const url = (item.output as { imageUrl?: unknown } | undefined)?.imageUrl;
  return (
    <div className="wf-item" data-status={item.status}>
      <span className="wf-item-number">{item.index + 1}</span>
      {typeof url === "string" && isSafeImageUrl(url) ? (
        <img src={url} alt="" width={36} height={36} loading="lazy" decoding="async" />
      ) : (
        <span className="wf-item-blank" />
      )}
      <span className="wf-item-text">{item.error ?? readWords(item)}</span>
    </div>
  );
}

function readWords({ status, output }: ItemRun): string {
  const prompt = (output as { prompt?: unknown } | undefined)?.prompt;
  return typeof prompt === "string" ? prompt : status;
}

function Json({ title, value }: { title: string; value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  return (
    <section className="wf-json" aria-label={title}>
      <h3>{title}</h3>
      <pre dir="ltr">{text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}\n…` : text}</pre>
    </section>
  );
}

const MAX_TEXT = 12_000;
