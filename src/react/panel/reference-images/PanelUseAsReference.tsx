"use client";
import { referenceMessages } from "../../config-form/references/index.js";
import { Icon } from "../../internal/Icon.js";
import { useMessages } from "../../messages/index.js";
import { PreviewUseAsReference } from "../../preview/index.js";

/** Button that gives the image to the model as a reference. */
export function PanelUseAsReference() {
  return (
    <PreviewUseAsReference>
      <Icon size={15}>
        <path d="M8.5 13.5h-4a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v4M2.9 11l2.8-2.6 3 2.8M11.5 10.5v4m-2-2h4" />
      </Icon>
      <span data-imagenode-part="words">{referenceMessages(useMessages())("referenceImages.use")}</span>
    </PreviewUseAsReference>
  );
}
