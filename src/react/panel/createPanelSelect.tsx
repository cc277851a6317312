"use client";
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
import { Space } from "../internal/Space.js";
import { createPanelPart } from "./createPanelPart.js";

/** Creates a select of the panel with its label and its error. Children stand inside of the select's root. */
export function createPanelSelect(
  displayName: string,
  Root: ComponentType<{ children?: ReactNode }>,
  name: string,
  useShown = () => true,
) {
  return createPanelPart(
    displayName,
    Field.Root,
    () =>
      useShown()
        ? {
            name,
            children: (
              <>
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
                <Field.Error />
              </>
            ),
          }
        : null,
    Root,
  );
}
