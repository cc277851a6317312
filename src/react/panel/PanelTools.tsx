"use client";
import { useMessages } from "../messages/index.js";
import { Preview } from "../preview/index.js";
import { createPanelPart } from "./createPanelPart.js";
import { CopyIcon, DownloadIcon, OpenIcon } from "./icons.js";

/** Buttons over the image: copy, download and open. Renders a `<div>` element. */
export const PanelTools = createPanelPart("Panel.Tools", "div", () => {
  const t = useMessages();
  const named = (key: string) => ({ "aria-label": t(key), title: t(key) });
  return {
    "data-imagenode-part": "panel-tools",
    children: (
      <>
        <Preview.CopyImage {...named("preview.copyImage")}>
          <CopyIcon />
        </Preview.CopyImage>
        <Preview.Download {...named("preview.download")}>
          <DownloadIcon />
        </Preview.Download>
        <Preview.Open {...named("preview.open")}>
          <OpenIcon />
        </Preview.Open>
      </>
    ),
  };
});
