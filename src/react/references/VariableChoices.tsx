"use client";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { createVariableIndex, formatDoubleBraces, readVariable } from "../../template/index.js";
import type { Variable } from "../../template/index.js";
import { sampleVariables } from "../config-form/index.js";
import { askText } from "../internal/askText.js";
import { endInReact } from "../internal/endInReact.js";
import { useScope } from "../provider/index.js";
import { listPictureVariables } from "./listPictureVariables.js";
import { nameVariable } from "./nameVariable.js";
import { readSamplePicture } from "./readSamplePicture.js";
import { ReferenceThumb } from "./ReferenceThumb.js";
import { useReferencesContext } from "./ReferencesContext.js";
import { useLanguageReader } from "./useLanguageReader.js";
import { useReferenceLink } from "./useReferenceLink.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

/** Variables of earlier nodes to choose one of: files first, any other by its name. */
export function VariableChoices({ onDone }: { onDone: () => void }) {
  const { add } = useReferencesContext("References.Add");
  const scope = useScope();
  const t = useReferenceMessages();
  const [query, setQuery] = useState("");
  const titleId = useId();
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const variables = scope?.variables ?? [];
  const language = useLanguageReader(scope?.language) ?? undefined;
  const index = useMemo(() => createVariableIndex(scope?.variables ?? []), [scope?.variables]);
  const { files, others } = useMemo(() => listPictureVariables(index, query), [index, query]);
  const choose = (variable: Variable) => {
    const { segments, source } = variable;
    const value = language
      ? askText(() => language.format(segments, source), "")
      : formatDoubleBraces(segments);
    // A language that can't write it has none.
    if (value === "") return;
    onDone();
    add({ value }, nameVariable(segments, variables, language));
  };
  const list = (title: string, rows: readonly Variable[]) =>
    rows.length > 0 && (
      <div role="group" aria-labelledby={`${titleId}${title}`}>
        <p id={`${titleId}${title}`} data-imagenode-part="references-choices-title">
          {t(`referenceImages.${title}`)}
        </p>
        {rows.map((variable) => (
          <button
            key={variable.path}
            type="button"
            data-imagenode-part="references-variable-choice"
            onClick={() => choose(variable)}
          >
            <VariableThumb variable={variable} />
            <span data-imagenode-part="references-words">
              <span data-imagenode-part="references-label" dir="ltr">
                {nameVariable(variable.segments, variables, language)}
              </span>
              <span data-imagenode-part="references-hint" dir="auto">
                {variable.source.label}
              </span>
            </span>
          </button>
        ))}
      </div>
    );
  return (
    <>
      <input
        type="search"
        form=""
        ref={search}
        data-imagenode-part="references-search"
        aria-label={t("referenceImages.searchVariables")}
        placeholder={t("referenceImages.searchVariables")}
        value={query}
        onChange={(event) => {
          endInReact(event);
          setQuery(event.currentTarget.value);
        }}
      />
      {list("files", files)}
      {list("otherVariables", others)}
      {files.length + others.length === 0 && (
        <p role="status" data-imagenode-part="references-choices-note">
          {t("referenceImages.noVariables")}
        </p>
      )}
    </>
  );
}

function VariableThumb({ variable: { segments, source } }: { variable: Variable }) {
  const sample = source.sensitive ? undefined : readVariable(sampleVariables([source]), segments);
  const picture = readSamplePicture(sample);
  return <ReferenceThumb link={useReferenceLink(picture)} isVariable />;
}
