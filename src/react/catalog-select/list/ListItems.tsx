"use client";
import { Space } from "../../internal/Space.js";
import { CatalogSelectEmpty } from "../CatalogSelectEmpty.js";
import { CatalogSelectItemBadge } from "../CatalogSelectItemBadge.js";
import { CatalogSelectItemHint } from "../CatalogSelectItemHint.js";
import { CatalogSelectMark } from "../CatalogSelectMark.js";
import { useCatalogSelectContext } from "../CatalogSelectContext.js";
import { groupOptions } from "../CatalogOption.js";
import type { CatalogOption } from "../CatalogOption.js";
import { ListGroup } from "./ListGroup.js";
import { ListGroupLabel } from "./ListGroupLabel.js";
import { ListItem } from "./ListItem.js";
import { ListItemText } from "./ListItemText.js";

/** Options of the catalog under their headings: the content of a list without children. */
export function ListItems() {
  const { options } = useCatalogSelectContext("CatalogSelect.Content");
  return (
    <>
      {groupOptions(options).map((group, index) =>
        group.label === undefined ? (
          group.options.map(toItem)
        ) : (
          <ListGroup key={index}>
            <ListGroupLabel>{group.label}</ListGroupLabel>
            {group.options.map(toItem)}
          </ListGroup>
        ),
      )}
      <CatalogSelectEmpty />
    </>
  );
}

function toItem(option: CatalogOption) {
  return (
    <ListItem key={option.value ?? ""} value={option.value}>
      <CatalogSelectMark />
      <ListItemText />
      <Space />
      <CatalogSelectItemBadge />
      <Space />
      <CatalogSelectItemHint />
    </ListItem>
  );
}
