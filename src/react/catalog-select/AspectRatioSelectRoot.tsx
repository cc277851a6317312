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

/** Chooses the shape of the image. Renders no element. Says beside an option what the chosen model does to it. */
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
      return {
        value: entry.id,
        label: entry.label ?? t(`ratio.${entry.id}.label`),
        note: t(`ratio.${entry.id}.shape`),
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

/** What the chosen model does to a shape; a reason that has no words of its own falls back to the fit's. */
function fitOf(
  t: ReturnType<typeof useMessages>,
  support: RatioSupport,
  model: string,
): Partial<CatalogOption> {
  const badge = { kind: support.fit, label: t(`ratioFit.${support.fit}.badge`) };
  if (support.fit === "exact") return { badge };
  const key = `ratioReason.${support.reasonCode ?? ""}`;
  const reason = t(t.has(key) ? key : `ratioFit.${support.fit}`, { model });
  return { badge, reason, disabled: support.fit === "unsupported" };
}

/** Props of {@link AspectRatioSelectRoot}. */
export interface AspectRatioSelectRootProps extends CatalogSelectSharedProps {
  /** @default the form's */
  value?: AspectRatio | undefined;
  /** @default "square" */
  defaultValue?: AspectRatio | undefined;
  /** Called with the ratio that a person chose. */
  onValueChange?: ((ratio: AspectRatio) => void) | undefined;
  /** @default the catalog's, else the three documented ratios */
  options?: readonly CatalogAspectRatio[] | undefined;
}
