"use client";
import { forwardRef, memo } from "react";
import { referenceTools, useConfigFormValue } from "../config-form/index.js";
import { useCatalog } from "../provider/index.js";
import type { PanelPartProps } from "./createPanelPart.js";
import { useReferenceParts } from "./useReferenceParts.js";

/**
 * Pictures that the chosen model is given, in one row until there are some. Their code is loaded when a model takes
 * pictures. Renders the `<div>` of `References.Root`, or nothing without such a model.
 */
export const PanelReferenceImages = memo(
  forwardRef<HTMLElement, PanelPartProps>(function PanelReferenceImages(props, ref) {
    const parts = useReferenceParts(
      referenceTools.isWanted(useConfigFormValue("references"), useCatalog().catalog),
    );
    return parts && <parts.PanelReferenceImagesRow {...props} ref={ref} />;
  }),
);
