"use client";
import { useMessages } from "../../messages/index.js";
import { useCatalog } from "../../provider/index.js";
import { changedSettings } from "./changedSettings.js";
import type { SettingChange } from "./changedSettings.js";
import { ChangedText } from "./ChangedText.js";
import type { HistoryEntry } from "../history/HistoryEntry.js";

const TEXTS = new Set(["prompt", "values", "written"]);

/** Tells in words in which settings two images differ. */
export function CompareChanges({ before, after }: { before: HistoryEntry; after: HistoryEntry }) {
  const t = useMessages();
  const name = useSettingNames();
  const changes = changedSettings(before, after);
  const [only] = changes ?? [];
  const summary = !changes
    ? t("compare.unknown")
    : changes.length > 1
      ? t("compare.several", { count: changes.length })
      : only
        ? t(`compare.only.${only.setting}`)
        : t("compare.same");
  return (
    <div data-imagenode-part="preview-compare-difference">
      <p data-imagenode-part="preview-compare-summary">{summary}</p>
      {changes && changes.length > 0 && (
        <dl data-imagenode-part="preview-compare-changes">
          {changes.map((change) => (
            <div key={change.setting} data-imagenode-part="preview-compare-change">
              <dt data-imagenode-part="preview-stage-name">{t(`setting.${change.setting}`)}</dt>
              <dd data-imagenode-part="preview-stage-text" dir="auto">
                {TEXTS.has(change.setting) ? (
                  <ChangedText before={change.before ?? ""} after={change.after ?? ""} />
                ) : (
                  t("compare.fromTo", { before: name(change, "before"), after: name(change, "after") })
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Names a setting's value as the selects do. */
function useSettingNames() {
  const t = useMessages();
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
      case "aspectRatio":
        return found(catalog?.aspectRatios, `ratio.${id}.label`);
      default:
        return found(catalog?.styles, `style.${id}.label`);
    }
  };
}
