"use client";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { STYLES } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import type { ElementPartProps } from "../internal/createElementPart.js";
import { readerOf } from "../internal/loadLanguage.js";
import { useStore } from "../internal/useStore.js";
import { hintWords, useMessagesWith } from "../messages/index.js";
import { useCatalog, useScope } from "../provider/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import { ConfigFormHint } from "./ConfigFormHint.js";
import { HintProvider } from "./HintContext.js";
import { promptHints } from "./promptHints.js";
import type { NamedStyle, PromptHint } from "./promptHints.js";
import { useDebouncedField } from "./useDebouncedField.js";

const PAUSE_MS = 700;
const renderDefault = () => <ConfigFormHint />;

/**
 * Advises about the prompt after a pause in typing: a style that Style covers, pixels, a very short text. Each hint can
 * be dismissed; a named style can be taken over. Renders a `<ul>` element, or nothing while there is nothing to say.
 */
export const ConfigFormHints = createElementPart<ConfigFormHintsProps>(
  "ConfigForm.Hints",
  "ul",
  ({ renderHint = renderDefault }) => {
    const context = useConfigFormContext("ConfigForm.Hints");
    const t = useMessagesWith(hintWords);
    const mode = useFieldValue(context, "prompt.mode");
    const style = useFieldValue(context, "style") ?? "auto";
    const path = mode === "prompt_ai" ? "prompt.instructions" : "prompt.template";
    const template = useDebouncedField(context, "prompt.template", PAUSE_MS);
    const instructions = useDebouncedField(context, "prompt.instructions", PAUSE_MS);
    const dismissed = useStore(context.dismissedHints);
    const styles = useNamedStyles();
    const language = useScope()?.language;
    if (mode === "auto" || context.readOnly || context.disabled) return null;
    const text = mode === "prompt_ai" ? instructions : template;
    const hints = promptHints(text, {
      styles,
      style,
      instructions: mode === "prompt_ai",
      pixels: t("hintWords.pixels").split(","),
      language: readerOf(language),
    });
    const shown = hints.filter((hint) => !dismissed.includes(keyOf(hint)));
    if (shown.length === 0) return null;
    return {
      "aria-label": t("hints.label"),
      children: shown.map((hint) => (
        <HintProvider key={keyOf(hint)} value={{ hint, key: keyOf(hint), path }}>
          {renderHint(hint)}
        </HintProvider>
      )),
    };
  },
  false,
  ["renderHint"],
);

/** Returns the catalog's styles with the words that name them: the built-in ones, and the label. */
function useNamedStyles(): readonly NamedStyle[] {
  const { catalog } = useCatalog();
  const t = useMessagesWith(hintWords);
  return useMemo(() => {
    const entries = catalog?.styles ?? STYLES.map((id) => ({ id, label: undefined }));
    return entries.map(({ id, label: given }) => {
      const key = `style.${id}.label`;
      const label = given ?? (t.has(key) ? t(key) : id);
      const words = t.has(`hintWords.${id}`) ? t(`hintWords.${id}`).split(",") : [];
      return { id, label, words: given === undefined ? words : [...words, given] };
    });
  }, [catalog, t]);
}

function keyOf({ code, params, styleId }: PromptHint): string {
  return `${code} ${styleId ?? params.found ?? ""}`;
}

/** Props of `ConfigForm.Hints`. */
export interface ConfigFormHintsProps extends ElementPartProps {
  /** Renders one hint; must return a `ConfigForm.Hint`. By default the whole one. */
  renderHint?: ((hint: PromptHint) => ReactNode) | undefined;
}
