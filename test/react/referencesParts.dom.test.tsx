import { ConfigForm, Panel, Preview, References } from "image-generation-node";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";
import { cat } from "./formControls.js";
import { createPictureClient, offerPictures } from "./referenceSamples.js";
import { Node } from "./renderNode.js";
import { generationOf } from "./samples.js";

const formWith = (references: readonly object[] | undefined, max = 4) =>
  function form(part: ReactElement) {
    return (
      <Node fake={createPictureClient(offerPictures(max))}>
        <ConfigForm.Root defaultValue={cat({ references })}>{part}</ConfigForm.Root>
      </Node>
    );
  };
const A = { attachmentId: "att_a", label: "Mug" };
const form = formWith([A]);
const inRoot = (part: ReactElement) => form(<References.Root>{part}</References.Root>);
const inFull = (part: ReactElement) => formWith([A, A], 1)(<References.Root>{part}</References.Root>);

const ROOT = "References.Root";
const Part = References;
itConforms({
  name: ROOT,
  part: "references-root",
  Part: Part.Root,
  wrap: form,
  root: "ConfigForm.Root",
});
itConforms({
  name: "References.Title",
  part: "references-title",
  Part: Part.Title,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "References.List",
  part: "references-list",
  Part: Part.List,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "References.Item",
  part: "references-item",
  Part: Part.Item,
  props: { index: 0 },
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "References.Add",
  part: "references-add",
  Part: Part.Add,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "References.Note",
  part: "references-note",
  Part: Part.Note,
  wrap: inFull,
  root: ROOT,
});
itConforms({
  name: "References.Status",
  part: "references-status",
  Part: Part.Status,
  wrap: inRoot,
  root: ROOT,
});
itConforms({
  name: "Panel.ReferenceImages",
  part: "references-root",
  Part: Panel.ReferenceImages,
  wrap: form,
  root: "ConfigForm.Root",
});
itConforms({
  name: "Preview.UseAsReference",
  part: "preview-use-as-reference",
  Part: Preview.UseAsReference,
  wrap: (part) => form(<Preview.Root generation={generationOf()}>{part}</Preview.Root>),
  root: "Preview.Root",
  child: "button",
});
