import { Preview, usePreview } from "image-generation-node";
import { useEffect } from "react";
import type { ReactElement, ReactNode } from "react";
import { itConforms } from "./conformance.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const history = ["gen_2", "gen_1"].map((id) => ({ generation: generationOf({ id }) }));

/** A preview with one of its windows open. */
const opened = (view: "zoom" | "compare") => (part: ReactElement) => (
  <Node>
    <Preview.Root generation={history[0]?.generation} history={history}>
      <Open view={view}>{part}</Open>
    </Preview.Root>
  </Node>
);

function Open({ view, children }: { view: "zoom" | "compare"; children: ReactNode }) {
  const { setView } = usePreview();
  useEffect(() => setView(view), [setView, view]);
  return children;
}

const shared = { root: "Preview.Root", asChild: false } as const;
itConforms({
  name: "Preview.Zoom",
  part: "preview-zoom",
  Part: Preview.Zoom,
  wrap: opened("zoom"),
  ...shared,
});
itConforms({
  name: "Preview.CompareDialog",
  part: "preview-compare-dialog",
  Part: Preview.CompareDialog,
  wrap: opened("compare"),
  ...shared,
});
