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

/**
 * Chooses the style of the image. Renders no element. Inside of a form and a provider it needs no props.
 *
 * @example
 * <StyleSelect.Root>
 *   <StyleSelect.Label />
 *   <StyleSelect.Trigger>
 *     <StyleSelect.Value />
 *   </StyleSelect.Trigger>
 *   <StyleSelect.Portal>
 *     <StyleSelect.Content />
 *   </StyleSelect.Portal>
 * </StyleSelect.Root>
 */
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
      label: entry.label ?? translateIfKnown(t, `style.${entry.id}.label`) ?? entry.id,
      description: entry.description ?? translateIfKnown(t, `style.${entry.id}.description`),
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

function translateIfKnown(t: ReturnType<typeof useMessages>, key: string): string | undefined {
  return t.has(key) ? t(key) : undefined;
}

/** Props of {@link StyleSelectRoot}. */
export interface StyleSelectRootProps extends CatalogSelectSharedProps {
  /** Id of the chosen style, held by the host. By default the form's. */
  value?: string | undefined;
  /** Id to begin with. "auto" by default. @default "auto" */
  defaultValue?: string | undefined;
  /** Called with the id of the chosen style. */
  onValueChange?: ((style: string) => void) | undefined;
  /** Styles to choose from. By default the catalog's, else the ten documented ones. */
  options?: readonly CatalogStyle[] | undefined;
}
