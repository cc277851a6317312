"use client";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { formatDoubleBraces, readVariable } from "../../template/index.js";
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
import { useLanguageReader } from "../internal/useLanguageReader.js";
import { variableIndexOf } from "../internal/variableIndexOf.js";
import { useReferenceLink } from "./useReferenceLink.js";
import { useReferenceMessages } from "./useReferenceMessages.js";

const NO_VARIABLES = [] as const;

/** Variables of earlier nodes to choose one of: files first, any other by its name. */
export function VariableChoices({ onDone }: { onDone: () => void }) {
  const { add } = useReferencesContext("References.Add");
  const scope = useScope();
  const t = useReferenceMessages();
  const [query, setQuery] = useState("");
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const variables = scope?.variables ?? NO_VARIABLES;
  const language = useLanguageReader(scope?.language) ?? undefined;
  const index = variableIndexOf(variables);
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
  const group = {
    onChoose: choose,
    nameOf: (each: Variable) => nameVariable(each.segments, variables, language),
  };
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
      <VariableGroup title="files" rows={files} {...group} />
      <VariableGroup title="otherVariables" rows={others} {...group} />
      {/* Always there: words that come with their region are not said. */}
      <div role="status">
        {files.length + others.length === 0 && (
          <p data-imagenode-part="references-choices-note">{t("referenceImages.noVariables")}</p>
        )}
      </div>
    </>
  );
}

/** Variables under one title; nothing where there are none. */
function VariableGroup({ title, rows, onChoose, nameOf }: VariableGroupProps) {
  const t = useReferenceMessages();
  const titleId = useId();
  if (rows.length === 0) return null;
  return (
    <div role="group" aria-labelledby={titleId}>
      <p id={titleId} data-imagenode-part="references-choices-title">
        {t(`referenceImages.${title}`)}
      </p>
      {rows.map((variable) => (
        <button
          key={variable.path}
          type="button"
          data-imagenode-part="references-variable-choice"
          onClick={() => onChoose(variable)}
        >
          <VariableThumb variable={variable} />
          <span data-imagenode-part="references-words">
            <span data-imagenode-part="references-label" dir="ltr">
              {nameOf(variable)}
            </span>
            <span data-imagenode-part="references-hint" dir="auto">
              {variable.source.label}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}

interface VariableGroupProps {
  title: "files" | "otherVariables";
  rows: readonly Variable[];
  onChoose: (variable: Variable) => void;
  nameOf: (variable: Variable) => string;
}

function VariableThumb({ variable: { segments, source } }: { variable: Variable }) {
  const sample = source.sensitive ? undefined : readVariable(sampleVariables([source]), segments);
  const picture = readSamplePicture(sample);
  return <ReferenceThumb link={useReferenceLink(picture)} isVariable />;
}
