import type { MessageOverrides } from "image-generation-node";

/** Language of the panel's words. */
export interface Language {
  /** BCP 47 tag, also the end of the entry's name. */
  readonly tag: LanguageTag;
  /** Name in the language itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** Fetches the words; `undefined` for English, which is built in. */
  readonly load: () => Promise<MessageOverrides | undefined>;
}

/** Tag of a language that the package has words in. */
export type LanguageTag = "en" | "de" | "es" | "fr" | "pt-BR" | "it" | "nl" | "pl" | "ja" | "zh-CN" | "ar";

/** Languages that the package has words in, each fetched when it is needed. */
export const languages: readonly Language[] = [
  { tag: "en", name: "English", direction: "ltr", load: () => Promise.resolve(undefined) },
  {
    tag: "de",
    name: "Deutsch",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/de")).de,
  },
  {
    tag: "es",
    name: "Español",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/es")).es,
  },
  {
    tag: "fr",
    name: "Français",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/fr")).fr,
  },
  {
    tag: "pt-BR",
    name: "Português (Brasil)",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/pt-BR")).ptBR,
  },
  {
    tag: "it",
    name: "Italiano",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/it")).it,
  },
  {
    tag: "nl",
    name: "Nederlands",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/nl")).nl,
  },
  {
    tag: "pl",
    name: "Polski",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/pl")).pl,
  },
  {
    tag: "ja",
    name: "日本語",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/ja")).ja,
  },
  {
    tag: "zh-CN",
    name: "简体中文",
    direction: "ltr",
    load: async () => (await import("image-generation-node/messages/zh-CN")).zhCN,
  },
  {
    tag: "ar",
    name: "العربية",
    direction: "rtl",
    load: async () => (await import("image-generation-node/messages/ar")).ar,
  },
];
