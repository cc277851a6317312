"use client";
import type { ComponentType, ReactNode } from "react";
import {
  CatalogSelectContent,
  CatalogSelectEmpty,
  CatalogSelectGroup,
  CatalogSelectGroupLabel,
  CatalogSelectItem,
  CatalogSelectItemHint,
  CatalogSelectItemText,
  CatalogSelectLabel,
  CatalogSelectMark,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
  useCatalogSelect,
} from "../catalog-select/index.js";
import type { CatalogOption } from "../catalog-select/index.js";
import { Field } from "../field/index.js";
import { ChevronIcon } from "./icons.js";

/** One select of the panel with its label and its error. */
export function PanelSelect({
  root: Root,
  name,
}: {
  root: ComponentType<{ children?: ReactNode }>;
  name: string;
}) {
  return (
    <Field.Root name={name}>
      <Root>
        <CatalogSelectLabel />
        <CatalogSelectTrigger>
          <CatalogSelectMark />
          <CatalogSelectValue />
          <ChevronIcon />
        </CatalogSelectTrigger>
        <CatalogSelectPortal>
          <CatalogSelectContent>
            <PanelSelectItems />
            <CatalogSelectEmpty />
          </CatalogSelectContent>
        </CatalogSelectPortal>
      </Root>
      <Field.Error />
    </Field.Root>
  );
}

function PanelSelectItems() {
  const { options } = useCatalogSelect("ImageNodePanel");
  const offered = options.filter((option) => !option.retired);
  const groups = new Map<string | undefined, CatalogOption[]>();
  for (const option of offered) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return (
    <>
      {[...groups].map(([group, members]) =>
        group === undefined ? (
          members.map(toItem)
        ) : (
          <CatalogSelectGroup key={group}>
            <CatalogSelectGroupLabel>{group}</CatalogSelectGroupLabel>
            {members.map(toItem)}
          </CatalogSelectGroup>
        ),
      )}
      {options.filter((option) => option.retired).map(toItem)}
    </>
  );
}

function toItem(option: CatalogOption) {
  return (
    <CatalogSelectItem key={option.value ?? ""} value={option.value}>
      <CatalogSelectMark />
      <CatalogSelectItemText />
      <CatalogSelectItemHint />
    </CatalogSelectItem>
  );
}
