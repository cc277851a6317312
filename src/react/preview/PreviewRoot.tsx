"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef, useContext, useMemo } from "react";
import type { HTMLAttributes } from "react";
import type { GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation, ImageNodeConfig } from "../../contract/index.js";
import { composeRefs } from "../internal/composeRefs.js";
import { ContainedContext } from "../internal/ContainedContext.js";
import { endCanvasEvents } from "../internal/endCanvasEvents.js";
import { useFocusKeeper } from "../internal/useFocusKeeper.js";
import { useMessages } from "../messages/index.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import { PreviewProvider } from "./PreviewContext.js";
import { usePreviewValue } from "./usePreviewValue.js";

/**
 * Shows one node's run: nothing yet, on its way, the image, or why there is none. Focus stays inside when an action
 * takes its own button away. Renders a `<section>` element.
 *
 * @example
 * <Preview.Root>
 *   <Preview.Frame>
 *     <Preview.Empty />
 *     <Preview.Image />
 *     <Preview.Progress />
 *   </Preview.Frame>
 *   <Preview.Error>
 *     <Preview.Retry />
 *   </Preview.Error>
 *   <Preview.Announcer />
 * </Preview.Root>
 */
export const PreviewRoot = forwardRef<HTMLElement, PreviewRootProps>(function PreviewRoot(props, ref) {
  const { generation, nodeSlug, history, ratio, config, onConfigChange, asChild, ...rest } = props;
  const value = usePreviewValue({ generation, nodeSlug, history, ratio, config, onConfigChange });
  const t = useMessages();
  const contained = useContext(ContainedContext);
  const keeperRef = useFocusKeeper();
  const refs = useMemo(() => composeRefs<HTMLElement>(keeperRef, ref), [keeperRef, ref]);
  const Component = asChild ? Slot : "section";
  return (
    <PreviewProvider value={value}>
      <Component
        data-imagenode-part="preview-root"
        data-status={value.state.status}
        lang={contained ? undefined : t.locale}
        aria-label={t("preview.label")}
        {...rest}
        {...(!contained && endCanvasEvents(rest, []))}
        ref={refs}
      />
    </PreviewProvider>
  );
});

/** Attributes of the preview. */
export interface PreviewRootState {
  /** @selector [data-status] State of the run; "waiting" once nobody waits for it any more. */
  status: "idle" | "running" | "waiting" | "succeeded" | "failed" | "cancelled";
}

/** Props of {@link PreviewRoot}. */
export interface PreviewRootProps extends HTMLAttributes<HTMLElement> {
  /** Store of a run, or a generation that was saved or made by the host's own engine. By default the scope's run. */
  generation?: GenerationStore | Generation | null | undefined;
  /** Name by which later nodes refer to this one. By default the scope's. */
  nodeSlug?: string | undefined;
  /**
   * Earlier images of the node, newest first, where the host keeps them. By default those of the store, in memory and
   * in the scope's `storage`.
   */
  history?: readonly HistoryEntry[] | undefined;
  /** Shape of the box before there is a run or an image. By default the form's, else "square". */
  ratio?: AspectRatio | undefined;
  /**
   * Configuration of the node outside of a form: for `onConfigChange`, by default the shown run's, and for the comparison
   * of `Preview.Pinned`, by default none.
   */
  config?: ImageNodeConfig | undefined;
  /**
   * Called with the whole configuration when a person takes a written prompt or the settings of an earlier image over.
   * By default the form around is written into; outside of a form both buttons show only with this callback.
   */
  onConfigChange?: ((config: ImageNodeConfig) => void) | undefined;
  /** Renders the only child instead, with the part's attributes. No by default. @default false */
  asChild?: boolean | undefined;
}
