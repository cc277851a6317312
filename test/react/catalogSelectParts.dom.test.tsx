import { ImageModelSelect, StyleSelect } from "image-generation-node";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";

const inSelect = (part: ReactElement) => <StyleSelect.Root>{part}</StyleSelect.Root>;

const SELECT = "ImageModelSelect.Root";
itConforms({
  name: "StyleSelect.Label",
  part: "catalog-select-label",
  Part: StyleSelect.Label,
  wrap: inSelect,
  root: SELECT,
  child: "label",
});
itConforms({
  name: "StyleSelect.Trigger",
  part: "catalog-select-trigger",
  Part: StyleSelect.Trigger,
  wrap: inSelect,
  root: SELECT,
  child: "button",
});
itConforms({
  name: "StyleSelect.Value",
  part: "catalog-select-value",
  Part: StyleSelect.Value,
  wrap: inSelect,
  root: SELECT,
});
itConforms({
  name: "StyleSelect.Mark",
  part: "catalog-select-mark",
  Part: StyleSelect.Mark,
  wrap: inSelect,
  root: SELECT,
});
itConforms({
  name: "ImageModelSelect.Empty",
  part: "catalog-select-empty",
  Part: ImageModelSelect.Empty,
  wrap: (part) => <ImageModelSelect.Root options={[]}>{part}</ImageModelSelect.Root>,
  root: SELECT,
});

itConforms({
  name: "StyleSelect.Notice",
  part: "catalog-select-notice",
  Part: StyleSelect.Notice,
  wrap: (part) => (
    <StyleSelect.Root value="gone" options={[{ id: "auto" }]}>
      {part}
    </StyleSelect.Root>
  ),
  root: SELECT,
});
