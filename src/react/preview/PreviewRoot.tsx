"use client";
import { Slot } from "@radix-ui/react-slot";
import { forwardRef } from "react";
import type { HTMLAttributes } from "react";
import type { GenerationStore } from "../../client/index.js";
import type { AspectRatio, Generation, ImageNodeConfig } from "../../contract/index.js";
import { useMessages } from "../messages/index.js";
import type { HistoryEntry } from "./history/HistoryEntry.js";
import { PreviewProvider } from "./PreviewContext.js";
import { usePreviewValue } from "./usePreviewValue.js";

/** Shows one node's run: nothing yet, on its way, the image, or why there is none. Renders a `<section>` element. */
export const PreviewRoot = forwardRef<HTMLElement, PreviewRootProps>(function PreviewRoot(props, ref) {
  const { generation, nodeSlug, history, ratio, config, onConfigChange, asChild, ...rest } = props;
  const value = usePreviewValue({ generation, nodeSlug, history, ratio, config, onConfigChange });
  const t = useMessages();
  const Component = asChild ? Slot : "section";
  return (
    <PreviewProvider value={value}>
      <Component
        data-imagenode-part="preview-root"
        data-status={value.state.status}
        aria-label={t("preview.label")}
        {...rest}
        ref={ref}
      />
    </PreviewProvider>
  );
});

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
  /**
   * The node's earlier images, newest first, where the host keeps them. @default those of the store, in memory and
   * in the scope's `storage`
   */
  history?: readonly HistoryEntry[] | undefined;
  /** The shape of the box before there is a run or an image. @default the form's, else "square" */
  ratio?: AspectRatio | undefined;
  /** What the node is set to, for `onConfigChange` where the preview stands outside of a form. @default the shown run's */
  config?: ImageNodeConfig | undefined;
  /**
   * Called with the whole configuration instead of writing into the form around: a person took a written prompt over,
   * or the settings of an earlier image back. Outside of a form both buttons show only with it.
   */
  onConfigChange?: ((config: ImageNodeConfig) => void) | undefined;
  /** Renders the only child instead, with the part's attributes. @default false */
  asChild?: boolean | undefined;
}
