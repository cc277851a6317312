"use client";
import { Space } from "../internal/Space.js";
import { useMemo } from "react";
import { STYLES } from "../../contract/index.js";
import { createElementPart } from "../internal/createElementPart.js";
import { readerOf } from "../internal/loadLanguage.js";
import { useStore } from "../internal/useStore.js";
import { useMessages } from "../messages/index.js";
import { useCatalog, useScope } from "../provider/index.js";
import { useConfigFormContext, useFieldValue } from "./ConfigFormContext.js";
import type { ConfigFormContextValue } from "./ConfigFormContext.js";
import { promptHints } from "./promptHints.js";
import type { NamedStyle, PromptHint } from "./promptHints.js";
import { useDebouncedField } from "./useDebouncedField.js";

const PAUSE_MS = 700;

/**
 * Advises about the prompt after a pause in typing: a style that Style covers, pixels, a very short text. Each hint can
 * be dismissed; a named style can be taken over. Renders a `<ul>` element, or nothing while there is nothing to say.
 */
export const ConfigFormHints = createElementPart("ConfigForm.Hints", "ul", () => {
  const context = useConfigFormContext("ConfigForm.Hints");
  const t = useMessages();
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
    language: readerOf(language),
  });
  const shown = hints.filter((hint) => !dismissed.includes(keyOf(hint)));
  if (shown.length === 0) return null;
  return {
    "aria-label": t("hints.label"),
    children: shown.map((hint) => <Hint key={keyOf(hint)} hint={hint} context={context} path={path} />),
  };
});

function Hint({ hint, context, path }: { hint: PromptHint; context: ConfigFormContextValue; path: string }) {
  const t = useMessages();
  const { code, params, styleId } = hint;
  const { dismissedHints } = context;
  // The button goes away with its hint; the focus must not fall to the page.
  const leave = () => context.focusField(path);
  return (
    <li data-imagenode-part="config-form-hint" data-code={code}>
      <span data-imagenode-part="words">{t(`hint.${code}`, params)}</span>
      <Space />
      {code === "style_in_prompt" && styleId !== undefined && (
        <button
          type="button"
          data-imagenode-part="config-form-hint-apply"
          onClick={() => context.setField("style", styleId, { commit: true })}
        >
          {t("hint.style_in_prompt.apply", params)}
        </button>
      )}
      <button
        type="button"
        data-imagenode-part="config-form-hint-dismiss"
        aria-label={t("hint.dismiss")}
        title={t("hint.dismiss")}
        onClick={() => {
          dismissedHints.set([...dismissedHints.get(), keyOf(hint)]);
          leave();
        }}
      />
    </li>
  );
}

/** Returns the catalog's styles with the words that name them: the built-in ones, and the label. */
function useNamedStyles(): readonly NamedStyle[] {
  const { catalog } = useCatalog();
  const t = useMessages();
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

/** Attributes of one hint. */
export interface ConfigFormHintsState {
  /** @selector [data-code] */
  code: PromptHint["code"];
}
