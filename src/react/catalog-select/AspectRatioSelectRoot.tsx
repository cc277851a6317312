"use client";
import { useContext, useMemo } from "react";
import { ASPECT_RATIOS } from "../../contract/index.js";
import type { AspectRatio, CatalogAspectRatio, RatioSupport } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { CatalogSelectBase } from "./CatalogSelectBase.js";
import type { CatalogSelectSharedProps } from "./CatalogSelectBase.js";
import { withSaved } from "./CatalogOption.js";
import type { CatalogOption } from "./CatalogOption.js";

const DOCUMENTED: readonly CatalogAspectRatio[] = ASPECT_RATIOS.map((id) => ({ id }));

/**
 * Chooses the shape of the image, and tells how each shape fits the chosen model. Renders no element. Inside of a form
 * and a provider it needs no props.
 *
 * @example
 * <AspectRatioSelect.Root>
 *   <AspectRatioSelect.Label />
 *   <AspectRatioSelect.Trigger>
 *     <AspectRatioSelect.Value />
 *   </AspectRatioSelect.Trigger>
 *   <AspectRatioSelect.Portal>
 *     <AspectRatioSelect.Content />
 *   </AspectRatioSelect.Portal>
 * </AspectRatioSelect.Root>
 */
export function AspectRatioSelectRoot(props: AspectRatioSelectRootProps) {
  const { value, defaultValue = "square", onValueChange, options: given, ...rest } = props;
  const form = useContext(OptionalConfigFormContext);
  const saved = useFieldValue(form, "aspectRatio");
  const imageModel = useFieldValue(form, "imageModel");
  const { catalog } = useCatalog();
  const t = useMessages();
  const current = value ?? saved;
  const entries = given ?? catalog?.aspectRatios ?? DOCUMENTED;
  const modelId = imageModel ?? catalog?.defaults.imageModel ?? catalog?.imageModels[0]?.id;
  const model = catalog?.imageModels.find((candidate) => candidate.id === modelId);
  const options = useMemo(() => {
    const built = entries.map((entry): CatalogOption => {
      const support = model?.aspectRatios[entry.id];
      const label = entry.label ?? t(`ratio.${entry.id}.label`);
      const shape = t(`ratio.${entry.id}.shape`);
      return {
        value: entry.id,
        label: label.includes(shape) ? label : t("ratio.named", { label, shape }),
        description: entry.description ?? t(`ratio.${entry.id}.bestFor`),
        ...(support && model && fitOf(t, support, model.label)),
      };
    });
    const words = { note: t("select.retiredNote"), reason: t("select.aspect-ratio.retired") };
    return withSaved(built, current ?? null, words);
  }, [entries, model, t, current]);
  return (
    <CatalogSelectBase
      kind="aspect-ratio"
      {...rest}
      value={current}
      defaultValue={defaultValue}
      onValueChange={(next) => {
        if (value === undefined) form?.setField("aspectRatio", next as AspectRatio, { commit: true });
        onValueChange?.(next as AspectRatio);
      }}
      options={options}
      status="ready"
    />
  );
}

/** Describes how a shape fits the chosen model; a reason without words of its own falls back to the fit's. */
function fitOf(
  t: ReturnType<typeof useMessages>,
  support: RatioSupport,
  model: string,
): Partial<CatalogOption> {
  const { fit } = support;
  if (fit === "exact") return { fit };
  const badge = { kind: fit, label: t(`ratioFit.${fit}.badge`) };
  const key = `ratioReason.${support.reasonCode ?? ""}`;
  const reason = t(t.has(key) ? key : `ratioFit.${fit}`, { model });
  return { fit, badge, reason, disabled: fit === "unsupported" };
}

/** Props of {@link AspectRatioSelectRoot}. */
export interface AspectRatioSelectRootProps extends CatalogSelectSharedProps {
  /** Chosen ratio, held by the host. By default the form's. */
  value?: AspectRatio | undefined;
  /** Ratio to begin with. Square by default. @default "square" */
  defaultValue?: AspectRatio | undefined;
  /** Called with the chosen ratio. */
  onValueChange?: ((ratio: AspectRatio) => void) | undefined;
  /** Ratios to choose from. By default the catalog's, else the three documented ones. */
  options?: readonly CatalogAspectRatio[] | undefined;
}
