"use client";
import { useContext, useMemo } from "react";
import { STYLES } from "../../contract/index.js";
import type { CatalogStyle } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { useMessages } from "../messages/index.js";
import { useCatalog } from "../provider/index.js";
import { CatalogSelectBase } from "./CatalogSelectBase.js";
import type { CatalogSelectSharedProps } from "./CatalogSelectBase.js";
import { withSaved } from "./CatalogOption.js";

const DOCUMENTED: readonly CatalogStyle[] = STYLES.map((id) => ({ id }));

/** Chooses the style of the image. Renders no element. */
export function StyleSelectRoot(props: StyleSelectRootProps) {
  const { value, defaultValue = "auto", onValueChange, options: given, ...rest } = props;
  const form = useContext(OptionalConfigFormContext);
  const saved = useFieldValue(form, "style");
  const { catalog } = useCatalog();
  const t = useMessages();
  const current = value ?? saved;
  const entries = given ?? catalog?.styles ?? DOCUMENTED;
  const known = given !== undefined || catalog !== undefined;
  const options = useMemo(() => {
    const built = entries.map((entry) => ({
      value: entry.id,
      label: entry.label ?? wordsOf(t, `style.${entry.id}.label`) ?? entry.id,
      description: entry.description ?? wordsOf(t, `style.${entry.id}.description`),
      swatchUrl: entry.swatchUrl,
    }));
    const words = { note: t("select.retiredNote"), reason: t("select.style.retired") };
    return withSaved(built, current ?? null, known ? words : null);
  }, [entries, t, current, known]);
  return (
    <CatalogSelectBase
      kind="style"
      {...rest}
      value={current}
      defaultValue={defaultValue}
      onValueChange={(next) => {
        if (next === null) return;
        if (value === undefined) form?.setField("style", next, { commit: true });
        onValueChange?.(next);
      }}
      options={options}
      status="ready"
    />
  );
}

function wordsOf(t: ReturnType<typeof useMessages>, key: string): string | undefined {
  return t.has(key) ? t(key) : undefined;
}

/** Props of {@link StyleSelectRoot}. */
export interface StyleSelectRootProps extends CatalogSelectSharedProps {
  /** @default the form's */
  value?: string | undefined;
  /** @default "auto" */
  defaultValue?: string | undefined;
  /** Called with the chosen style's id. */
  onValueChange?: ((style: string) => void) | undefined;
  /** @default the catalog's, else the ten documented styles */
  options?: readonly CatalogStyle[] | undefined;
}
