"use client";
import { Space } from "../internal/Space.js";
import type { ComponentType, ReactNode } from "react";
import {
  CatalogSelectContent,
  CatalogSelectLabel,
  CatalogSelectMark,
  CatalogSelectNotice,
  CatalogSelectPortal,
  CatalogSelectTrigger,
  CatalogSelectValue,
} from "../catalog-select/index.js";
import { Field } from "../field/index.js";
import { ChevronIcon } from "../internal/ChevronIcon.js";

/** Select of the panel with its label and its error. */
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
          <Space />
          <CatalogSelectValue />
          <ChevronIcon />
        </CatalogSelectTrigger>
        <CatalogSelectPortal>
          <CatalogSelectContent />
        </CatalogSelectPortal>
        <CatalogSelectNotice />
      </Root>
      <Field.Error />
    </Field.Root>
  );
}
