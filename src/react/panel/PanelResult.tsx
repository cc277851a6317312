"use client";
import { memo, useContext, useState } from "react";
import { createStore } from "../../internal/createStore.js";
import { createLoader, useLoader } from "../internal/createLoader.js";
import { useFocusKeeper } from "../internal/useFocusKeeper.js";
import { useMessages } from "../messages/index.js";
import { UnsaidContext } from "../preview/index.js";
import { GenerationStoreContext, useGenerationState } from "../provider/index.js";
import { PanelFirstPreview } from "./PanelFirstPreview.js";

const resultCode = /* @__PURE__ */ createLoader(() => import("./result/index.js"));

/**
 * Preview half of the panel, where the host composes none: at first what an empty preview, a run on its way or an image look
 * like, and what is in `Panel.Preview` as soon as its code is there, which is fetched after the first paint. Renders the
 * `<section>` of `Preview.Root`.
 */
export const PanelResult = memo(function PanelResult() {
  const t = useMessages();
  const { status } = useGenerationState(useContext(GenerationStoreContext));
  const code = useLoader(resultCode, false);
  const [unsaid] = useState(() => createStore(false));
  return (
    <section
      data-imagenode-part="preview-root"
      data-status={status}
      aria-label={t("preview.label")}
      ref={useFocusKeeper()}
    >
      {code ? (
        <UnsaidContext.Provider value={unsaid.get}>
          <code.PanelPreviewContent />
        </UnsaidContext.Provider>
      ) : (
        <PanelFirstPreview load={resultCode.load} unsaid={unsaid} />
      )}
    </section>
  );
});
