import { findImageModel, readModelSettings } from "../../../contract/index.js";
import type { Catalog, NamedSetting } from "../../../contract/index.js";
import { createTranslate, settingWords } from "../../messages/index.js";
import type { Translate } from "../../messages/index.js";

/** Words of the host where it has them, else English. */
type Messages = Translate & { readonly locale: string; has(key: string): boolean };

/** Names a setting, by the words for well-known names, else by its title, else by its name. */
export function labelSetting(t: Messages, { name, title }: Pick<NamedSetting, "name" | "title">): string {
  const key = `modelSetting.${name}.label`;
  const english = createTranslate(settingWords, { locale: t.locale, words: {} });
  const words = [t, english].find(({ has }) => has(key));
  return words?.(key) ?? title ?? name.replaceAll("_", " ");
}

/** Names the setting that a path such as "settings.quality" leads to; `undefined` for another path. */
export function labelSettingAt(
  t: Messages,
  path: string,
  imageModel: string | null,
  catalog: Catalog | undefined,
): string | undefined {
  const name = /^settings\.(\w+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const known = readModelSettings(catalog && findImageModel({ imageModel }, catalog));
  return labelSetting(t, known.find((setting) => setting.name === name) ?? { name });
}
