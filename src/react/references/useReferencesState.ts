"use client";
import { useEffect, useMemo } from "react";
import type { RefObject } from "react";
import { findImageModel, readReferences } from "../../contract/index.js";
import { referenceTools, useConfigFormContext, useFieldValue } from "../config-form/index.js";
import * as tools from "../config-form/references/index.js";
import { useCatalog, useImageNodeClient, useScope } from "../provider/index.js";
import { listEntries } from "./listEntries.js";
import type { ReferencesContextValue } from "./ReferencesContext.js";
import { useAnnouncement } from "./useAnnouncement.js";
import { useFocusWish } from "./useFocusWish.js";
import { useLanguageReader } from "../internal/useLanguageReader.js";
import { usePictures } from "./usePictures.js";
import { useReferenceActions } from "./useReferenceActions.js";
import { useReferenceEdits } from "./useReferenceEdits.js";
import { useReferenceMessages } from "./useReferenceMessages.js";
import { useUploads } from "./useUploads.js";
import { wordUploadError } from "./wordUploadError.js";

const NO_TYPES: readonly string[] = [];
const NO_VARIABLES = [] as const;

/** Reads reference images from the form and the catalog; `null` where there is nothing to show. */
export function useReferencesState(root: RefObject<HTMLElement | null>): ReferencesContextValue | null {
  const form = useConfigFormContext("References.Root");
  const { catalog } = useCatalog();
  const hasClient = useImageNodeClient() !== null;
  const scope = useScope();
  const t = useReferenceMessages();
  const imageModel = useFieldValue(form, "imageModel") ?? null;
  const given = useFieldValue(form, "references");
  const language = useLanguageReader(scope?.language);
  const pictures = usePictures();
  const edits = useReferenceEdits(form);
  const [announcement, announce] = useAnnouncement();
  const model = catalog && findImageModel({ imageModel }, catalog);
  const support = model?.references;
  const max = support?.max ?? 0;
  const disabled = form.disabled || form.readOnly;
  const canUpload = !disabled && hasClient && max > 0 && catalog?.features.uploads === true;
  // They judge, word and resolve what is chosen here.
  useEffect(() => referenceTools.set(tools), []);

  const { uploads, list } = useUploads({
    onKept(kept, { name }) {
      pictures.keep(kept);
      const { attachmentId } = kept;
      const place = edits.add({ attachmentId, ...(name !== "" && { label: name }) }).length;
      announce(t("referenceImages.added", { name: name || t("referenceImages.unnamed"), place }));
    },
    onFailed({ name, file, error }) {
      const reason = wordUploadError(t, { file, error }, catalog);
      announce(t("referenceImages.failed", { name: name || t("referenceImages.unnamed"), reason }));
    },
  });
  const variables = scope?.variables ?? NO_VARIABLES;
  const references = useMemo(
    () =>
      listEntries({
        references: readReferences({ references: given }),
        imageModel,
        catalog,
        variables,
        language,
        findPicture: pictures.find,
        t,
      }),
    [given, imageModel, catalog, variables, language, pictures.find, t],
  );
  const rendered = useMemo(() => ({ references, list }), [references, list]);
  const wish = useFocusWish(root, rendered);
  const actions = useReferenceActions({ form, canUpload, edits, uploads, references, announce, wish, t });
  const context = useMemo(
    () => ({
      model: model?.label ?? "",
      max,
      min: support?.min ?? 0,
      references,
      uploads: list,
      mimeTypes: support?.mimeTypes ?? NO_TYPES,
      canUpload,
      disabled,
      announcement,
      ...actions,
    }),
    [model, max, references, list, support, canUpload, disabled, announcement, actions],
  );
  return model && max + references.length + list.length > 0 ? context : null;
}
