import { ImageModelSelect, StyleSelect } from "image-generation-node";
import type { ReactElement } from "react";
import { itConforms } from "./conformance.js";
import { catalog } from "./samples.js";

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
itConforms({
  name: "StyleSelect.GroupLabel",
  part: "catalog-select-group-label",
  Part: StyleSelect.GroupLabel,
  wrap: (part) => inOpenSelect(<StyleSelect.Group>{part}</StyleSelect.Group>),
  root: SELECT,
});
itConforms({
  name: "ImageModelSelect.ItemBadge",
  part: "catalog-select-item-badge",
  Part: ImageModelSelect.ItemBadge,
  wrap: (part) => (
    <ImageModelSelect.Root open options={catalog.imageModels}>
      <ImageModelSelect.Trigger />
      <ImageModelSelect.Portal>
        <ImageModelSelect.Content>
          <ImageModelSelect.Item value="demo/illustrator">{part}</ImageModelSelect.Item>
        </ImageModelSelect.Content>
      </ImageModelSelect.Portal>
    </ImageModelSelect.Root>
  ),
  root: SELECT,
});
itConforms({
  name: "StyleSelect.Content",
  part: "catalog-select-content",
  Part: StyleSelect.Content,
  wrap: (part) => (
    <StyleSelect.Root open>
      <StyleSelect.Trigger />
      <StyleSelect.Portal>{part}</StyleSelect.Portal>
    </StyleSelect.Root>
  ),
  root: SELECT,
  asChild: false,
});
