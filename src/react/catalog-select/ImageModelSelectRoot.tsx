"use client";
import { useContext, useMemo } from "react";
import type { CatalogImageModel } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { CatalogSelectBase } from "./CatalogSelectBase.js";
import type { CatalogSelectSharedProps } from "./CatalogSelectBase.js";
import { withSaved } from "./CatalogOption.js";
import { modelOptions } from "./modelOptions.js";

const NONE: readonly CatalogImageModel[] = [];

/**
 * Chooses the image model. Renders no element. Inside of a form and a provider it needs no props.
 *
 * @example
 * <ImageModelSelect.Root>
 *   <ImageModelSelect.Label />
 *   <ImageModelSelect.Trigger>
 *     <ImageModelSelect.Value />
 *   </ImageModelSelect.Trigger>
 *   <ImageModelSelect.Portal>
 *     <ImageModelSelect.Content />
 *   </ImageModelSelect.Portal>
 * </ImageModelSelect.Root>
 */
export function ImageModelSelectRoot(props: ImageModelSelectRootProps) {
  const { value, defaultValue = null, onValueChange, options: given, ...rest } = props;
  const form = useContext(OptionalConfigFormContext);
  const saved = useFieldValue(form, "imageModel");
  const { catalog, status } = useCatalog();
  const t = useMessages();
  const current = value === undefined ? saved : value;
  const models = given ?? catalog?.imageModels;
  const known = models !== undefined;
  const options = useMemo(
    () =>
      withSaved(
        modelOptions(t, models ?? NONE, catalog?.defaults.imageModel, "image"),
        current ?? null,
        known ? { note: t("select.retiredNote"), reason: t("select.image-model.retired") } : null,
      ),
    [t, models, catalog, current, known],
  );
  return (
    <CatalogSelectBase
      kind="image-model"
      {...rest}
      value={current}
      defaultValue={defaultValue}
      onValueChange={(next) => {
        if (value === undefined) form?.setField("imageModel", next, { commit: true });
        onValueChange?.(next);
      }}
      options={options}
      status={known ? (models.length === 0 ? "empty" : "ready") : status === "ready" ? "empty" : status}
    />
  );
}

/** Props of {@link ImageModelSelectRoot}. */
export interface ImageModelSelectRootProps extends CatalogSelectSharedProps {
  /** Id of the chosen model, held by the host; `null` is the workspace's default. By default the form's. */
  value?: string | null | undefined;
  /** Id to begin with. By default the workspace's default. @default null */
  defaultValue?: string | null | undefined;
  /** Called with the chosen model's id, or `null` for the workspace's default. */
  onValueChange?: ((id: string | null) => void) | undefined;
  /** Models to choose from. By default the catalog's. */
  options?: readonly CatalogImageModel[] | undefined;
}
