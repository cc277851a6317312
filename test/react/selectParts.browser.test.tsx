import { StyleSelect } from "image-generation-node";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";

const SELECT = "ImageModelSelect.Root";
const inOpenSelect = (part: ReactElement) => (
  <StyleSelect.Root open>
    <StyleSelect.Trigger />
    <StyleSelect.Portal>
      <StyleSelect.Content>{part}</StyleSelect.Content>
    </StyleSelect.Portal>
  </StyleSelect.Root>
);
const inItem = (part: ReactElement) =>
  inOpenSelect(<StyleSelect.Item value="sketch">{part}</StyleSelect.Item>);

itConforms({
  name: "StyleSelect.Item",
  part: "catalog-select-item",
  Part: StyleSelect.Item,
  props: { value: "sketch" },
  wrap: inOpenSelect,
  root: SELECT,
});
itConforms({
  name: "StyleSelect.ItemText",
  part: "catalog-select-item-text",
  Part: StyleSelect.ItemText,
  wrap: inItem,
  root: SELECT,
});
itConforms({
  name: "StyleSelect.ItemHint",
  part: "catalog-select-item-hint",
  Part: StyleSelect.ItemHint,
  wrap: inItem,
  root: SELECT,
});
itConforms({
  name: "StyleSelect.Group",
  part: "catalog-select-group",
  Part: StyleSelect.Group,
  wrap: inOpenSelect,
  root: SELECT,
});
