"use client";
import { Space } from "../internal/Space.js";
import { CatalogSelectEmpty } from "./CatalogSelectEmpty.js";
import { CatalogSelectGroup } from "./CatalogSelectGroup.js";
import { CatalogSelectGroupLabel } from "./CatalogSelectGroupLabel.js";
import { CatalogSelectItem } from "./CatalogSelectItem.js";
import { CatalogSelectItemBadge } from "./CatalogSelectItemBadge.js";
import { CatalogSelectItemHint } from "./CatalogSelectItemHint.js";
import { CatalogSelectItemText } from "./CatalogSelectItemText.js";
import { CatalogSelectMark } from "./CatalogSelectMark.js";
import { useCatalogSelectContext } from "./CatalogSelectContext.js";
import { groupOptions } from "./CatalogOption.js";
import type { CatalogOption } from "./CatalogOption.js";

/** Options of the catalog under their headings: the content of a list without children. */
export function CatalogSelectItems() {
  const { options } = useCatalogSelectContext("CatalogSelect.Content");
  return (
    <>
      {groupOptions(options).map((group, index) =>
        group.label === undefined ? (
          group.options.map(toItem)
        ) : (
          <CatalogSelectGroup key={index}>
            <CatalogSelectGroupLabel>{group.label}</CatalogSelectGroupLabel>
            {group.options.map(toItem)}
          </CatalogSelectGroup>
        ),
      )}
      <CatalogSelectEmpty />
    </>
  );
}

function toItem(option: CatalogOption) {
  return (
    <CatalogSelectItem key={option.value ?? ""} value={option.value}>
      <CatalogSelectMark />
      <CatalogSelectItemText />
      <Space />
      <CatalogSelectItemBadge />
      <Space />
      <CatalogSelectItemHint />
    </CatalogSelectItem>
  );
}
