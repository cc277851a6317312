"use client";
import type { ReactNode } from "react";
import { compareWords, resultWords, useMessagesWith } from "../../messages/index.js";
import { useCatalog } from "../../provider/index.js";
import { findImageModel, readModelSettings } from "../../../contract/index.js";
import { useSettingWords } from "../../model-settings/index.js";
import { modelOf } from "../modelOf.js";
import { changedModelSettings, changedSettings } from "./changedSettings.js";
import type { ModelSettingChange, SettingChange } from "./changedSettings.js";
import { ChangedText } from "./ChangedText.js";
import type { HistoryEntry } from "../history/HistoryEntry.js";

const TEXTS = new Set(["prompt", "values", "written", "sent"]);

/** Tells in words in which settings two images differ, and shows the final prompt, also where it is the same. */
export function CompareChanges({ before, after }: { before: HistoryEntry; after: HistoryEntry }) {
  const t = useMessagesWith(resultWords, compareWords);
  const name = useSettingNames();
  const words = useSettingWords();
  const changes = changedSettings(before, after);
  const { catalog } = useCatalog();
  const modelChanges = changes ? changedModelSettings(before, after, catalog) : [];
  const settingOf = useModelSetting(before, after);
  const sent = { before: before.generation.output.prompt, after: after.generation.output.prompt };
  const isSentListed = changes?.some(
    (change) => change.before === sent.before && change.after === sent.after,
  );
  const summary = summarize();
  function summarize(): string {
    if (!changes) return t("compare.unknown");
    const [[only], [change]] = [changes, modelChanges];
    const count = changes.length + modelChanges.length;
    if (count > 1) return t("compare.several", { count });
    if (only) return t(`compare.only.${only.setting}`);
    if (!change) return t("compare.same");
    return words.t("modelSettings.only", { setting: words.label(settingOf(change.name)) });
  }
  function valueOf({ name: each, ...change }: ModelSettingChange, side: "before" | "after"): string {
    if (change[side] === undefined) return words.t("modelSettings.unset");
    return words.value(settingOf(each), change[side]);
  }
  function toWords(change: SettingChange): string {
    // As many as before, but others.
    if (change.before === change.after) return t("compare.otherPictures");
    return t("compare.fromTo", { before: name(change, "before"), after: name(change, "after") });
  }
  return (
    <div data-imagenode-part="preview-compare-difference">
      <p data-imagenode-part="preview-compare-summary">{summary}</p>
      <dl data-imagenode-part="preview-compare-changes">
        {changes?.map((change) => (
          <Row key={change.setting} name={t(`setting.${change.setting}`)}>
            {TEXTS.has(change.setting) ? (
              <ChangedText before={change.before ?? ""} after={change.after ?? ""} />
            ) : (
              toWords(change)
            )}
          </Row>
        ))}
        {modelChanges.map((change) => (
          <Row key={`settings.${change.name}`} name={words.label(settingOf(change.name))}>
            {t("compare.fromTo", { before: valueOf(change, "before"), after: valueOf(change, "after") })}
          </Row>
        ))}
        {!isSentListed && (
          <Row key="final" name={t("setting.sent")}>
            <ChangedText {...sent} />
          </Row>
        )}
      </dl>
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div data-imagenode-part="preview-compare-change">
      <dt data-imagenode-part="preview-stage-name">{name}</dt>
      <dd data-imagenode-part="preview-stage-text" dir="auto">
        {children}
      </dd>
    </div>
  );
}

/** Finds how the catalog describes a setting that either of two images was made with. */
function useModelSetting(...entries: readonly HistoryEntry[]) {
  const { catalog } = useCatalog();
  const known = entries.flatMap((entry) =>
    readModelSettings(catalog && findImageModel({ imageModel: modelOf(entry, "image") }, catalog)),
  );
  return (name: string) => known.find((setting) => setting.name === name) ?? { name };
}

/** Names a setting's value as the selects do. */
function useSettingNames() {
  const t = useMessagesWith(resultWords, compareWords);
  const { catalog } = useCatalog();
  return (change: SettingChange, side: "before" | "after"): string => {
    const id = change[side];
    if (id === null) return t("setting.default");
    const found = (list: readonly { id: string; label?: string | undefined }[] | undefined, key?: string) =>
      list?.find((entry) => entry.id === id)?.label ?? (key && t.has(key) ? t(key) : id);
    switch (change.setting) {
      case "mode":
        return found(undefined, `mode.${id}.label`);
      case "imageModel":
        return found(catalog?.imageModels);
      case "promptModel":
        return found(catalog?.promptModels);
      case "references":
        return t("configForm.countOf", { count: Number(id) });
      case "aspectRatio":
        return found(catalog?.aspectRatios, `ratio.${id}.label`);
      default:
        return found(catalog?.styles, `style.${id}.label`);
    }
  };
}
