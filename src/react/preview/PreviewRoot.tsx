"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useCallback, useContext, useMemo, useState } from "react";
import type { HTMLAttributes } from "react";
import { IDLE_GENERATION, fromGeneration } from "../../client/index.js";
import type { GenerationStore } from "../../client/index.js";
import type { Generation } from "../../contract/index.js";
import { OptionalConfigFormContext, useFieldValue } from "../config-form/index.js";
import { useMessages } from "../messages/index.js";
import {
  GenerationStoreContext,
  useGenerationState,
  useImageNodeClient,
  useScope,
} from "../provider/index.js";
import { PreviewProvider } from "./PreviewContext.js";
import { usePictureLink } from "./usePictureLink.js";

/** Shows one node's run: nothing yet, on its way, the picture, or why there is none. Renders a `<section>` element. */
export const PreviewRoot = forwardRef<HTMLElement, PreviewRootProps>(function PreviewRoot(props, ref) {
  const { generation, nodeSlug, asChild, ...rest } = props;
  const scoped = useContext(GenerationStoreContext)?.store ?? null;
  const store = generation === undefined ? scoped : isStore(generation) ? generation : null;
  const live = useGenerationState(store);
  const state = useMemo(() => {
    if (generation === undefined || isStore(generation)) return live;
    return generation === null ? IDLE_GENERATION : fromGeneration(generation);
  }, [generation, live]);

  const isPrevious = state.generation === undefined;
  const picture = state.generation ?? (state.status === "running" ? undefined : state.previous);
  const link = usePictureLink(picture, useImageNodeClient());
  const scope = useScope();
  const chosenRatio = useFieldValue(useContext(OptionalConfigFormContext), "aspectRatio");
  const t = useMessages();

  const moment = `${state.status} ${state.stage ?? ""} ${state.startedAt ?? ""}`;
  const [said, setSaid] = useState({ words: "", moment: "" });
  const announce = useCallback((words: string) => setSaid({ words, moment }), [moment]);
  const announcement = said.moment === moment ? said.words : undefined;

  const requested = state.status === "idle" ? undefined : state.request?.config.aspectRatio;
  const ratio = picture?.output.aspectRatio ?? requested ?? chosenRatio ?? "square";
  const slug = nodeSlug ?? scope?.nodeSlug;
  const value = useMemo(
    () => ({ state, store, picture, isPrevious, link, ratio, nodeSlug: slug, announce, announcement }),
    [state, store, picture, isPrevious, link, ratio, slug, announce, announcement],
  );
  const Component = asChild ? Slot : "section";
  return (
    <PreviewProvider value={value}>
      <Component
        data-imagenode-part="preview-root"
        data-status={state.status}
        aria-label={t("preview.label")}
        {...rest}
        ref={ref}
      />
    </PreviewProvider>
  );
});

function isStore(value: GenerationStore | Generation | null): value is GenerationStore {
  return value !== null && "getSnapshot" in value;
}

/** Attributes that say how the run is. */
export interface PreviewRootState {
  /** @selector [data-status] */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
}

/** Props of {@link PreviewRoot}. */
export interface PreviewRootProps extends HTMLAttributes<HTMLElement> {
  /** A store, or a generation that was saved or made by the host's own engine. @default the scope's run */
  generation?: GenerationStore | Generation | null | undefined;
  /** The name by which later nodes refer to this one. @default the scope's */
  nodeSlug?: string | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
