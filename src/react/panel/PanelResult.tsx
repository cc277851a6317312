"use client";
import { useState } from "react";
import { createStore } from "../../internal/createStore.js";
import { createLoader, useLoader } from "../internal/createLoader.js";
import { UnsaidContext } from "../preview/index.js";
import { PanelFirstPreview } from "./PanelFirstPreview.js";

const resultCode = /* @__PURE__ */ createLoader(() => import("./result/index.js"));

/**
 * Preview half of the panel, where the host composes none: at first what an empty preview, a run on its way or an image look
 * like, and `Panel.Preview` as soon as its code is there, which is fetched after the first paint.
 */
export function PanelResult() {
  const code = useLoader(resultCode, false);
  const [unsaid] = useState(() => createStore(false));
  if (!code) return <PanelFirstPreview load={resultCode.load} unsaid={unsaid} />;
  return (
    <UnsaidContext.Provider value={unsaid.get}>
      <code.PanelPreview />
    </UnsaidContext.Provider>
  );
}
