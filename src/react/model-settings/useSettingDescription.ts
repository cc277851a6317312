"use client";
import type { NamedSetting } from "../../contract/index.js";
import { joinTitle } from "../messages/index.js";
import { useSettingWords } from "./useSettingWords.js";

/** Returns what is said of a setting below its control; empty where there is nothing to say. */
export function useSettingDescription(setting: NamedSetting): string {
  const words = useSettingWords();
  // The greatest seed says nothing to anybody.
  const bounds = setting.name === "seed" ? undefined : words.bounds(setting);
  const sentence = words.description(setting);
  if (sentence === undefined || bounds === undefined) return sentence ?? bounds ?? "";
  return joinTitle(words.t, sentence, bounds);
}
