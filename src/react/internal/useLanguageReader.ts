"use client";
import { useEffect, useState } from "react";
import type { TemplateLanguage } from "../../template/index.js";
import { loadLanguage } from "./loadLanguage.js";

/** Language of the page's texts: `undefined` for this package's own, `null` until a host's is safe to ask. */
export function useLanguageReader(given: TemplateLanguage | undefined): TemplateLanguage | undefined | null {
  const [loaded, setLoaded] = useState<{ of: TemplateLanguage; reader: TemplateLanguage | undefined }>();
  useEffect(() => {
    if (!given) return undefined;
    let left = false;
    loadLanguage(given).then(
      (reader) => left || setLoaded({ of: given, reader }),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [given]);
  if (!given) return undefined;
  return loaded?.of === given ? loaded.reader : null;
}
