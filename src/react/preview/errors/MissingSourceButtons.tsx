"use client";
import { Fragment, useState } from "react";
import { Space } from "../../internal/Space.js";
import { resultWords, sourceWords, useMessagesWith } from "../../messages/index.js";
import type { MissingSource } from "./findMissingSources.js";
import { usePreviewContext } from "../PreviewContext.js";

export { findMissingSources } from "./findMissingSources.js";

/** Buttons of `Preview.MissingSources`: one for each node to run, and one for all samples; fetched with the first error. */
export function MissingSourceButtons({ sources, onSample }: MissingSourceButtonsProps) {
  const t = useMessagesWith(resultWords, sourceWords);
  const { scope, announce, setTrouble } = usePreviewContext("Preview.MissingSources");
  const [running, setRunning] = useState<string>();
  const onRun = scope?.onRunSource;
  const run = async ({ slug, name }: MissingSource) => {
    if (running !== undefined) return;
    setRunning(slug);
    setTrouble(undefined);
    try {
      await onRun?.(slug);
      announce(t("sources.done", { node: name }));
    } catch {
      const words = t("sources.failed", { node: name });
      announce(words);
      setTrouble({ words });
    }
    setRunning(undefined);
  };
  return (
    <>
      {onRun &&
        sources.map((source) => (
          <Fragment key={source.slug}>
            <button
              type="button"
              data-imagenode-part="preview-run-source"
              aria-disabled={running !== undefined || undefined}
              onClick={() => void run(source)}
            >
              {t(running === source.slug ? "sources.running" : "sources.run", { node: source.name })}
            </button>
            <Space />
          </Fragment>
        ))}
      {onSample && (
        <button type="button" data-imagenode-part="preview-use-sample" onClick={onSample}>
          {t("sources.sample", { count: sources.length })}
        </button>
      )}
    </>
  );
}

interface MissingSourceButtonsProps {
  sources: readonly MissingSource[];
  /** Runs with the samples; `undefined` where they can't stand in. */
  onSample: (() => void) | undefined;
}
