"use client";
import { createElementPart } from "../internal/createElementPart.js";
import { Space } from "../internal/Space.js";
import { hintWords, useMessagesWith } from "../messages/index.js";
import { ConfigFormHintApply } from "./ConfigFormHintApply.js";
import { ConfigFormHintDismiss } from "./ConfigFormHintDismiss.js";
import { useHint } from "./HintContext.js";
import type { PromptHint } from "./promptHints.js";

/** Hint inside of `ConfigForm.Hints`: its words and its buttons. Renders a `<li>` element. */
export const ConfigFormHint = createElementPart("ConfigForm.Hint", "li", () => {
  const { code, params } = useHint("ConfigForm.Hint").hint;
  const t = useMessagesWith(hintWords);
  return {
    "data-code": code,
    children: (
      <>
        <span data-imagenode-part="words">{t(`hint.${code}`, params)}</span>
        <Space />
        <ConfigFormHintApply />
        <ConfigFormHintDismiss />
      </>
    ),
  };
});

/** Attributes of one hint. */
export interface ConfigFormHintState {
  /** @selector [data-code] */
  code: PromptHint["code"];
}
