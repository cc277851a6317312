"use client";
import { Space } from "../internal/Space.js";
import { memo, useState } from "react";
import { endInReact } from "../internal/endInReact.js";
import { useMessages } from "../messages/index.js";
import { Preview, usePreview } from "../preview/index.js";
import { PanelUsedSettings } from "./PanelSettings.js";
import { BracesIcon, CompareIcon, CopyIcon, DownloadIcon, OpenIcon, ImageIcon } from "./icons.js";

/** Preview half of the panel. Takes no props, so that an echoing host renders nothing of it while the user types. */
export const PanelPreview = memo(function PanelPreview() {
  return (
    <Preview.Root>
      <div data-imagenode-part="panel-head">
        <Preview.Status />
        <Space />
        <Preview.Expiry />
      </div>
      <div data-imagenode-part="panel-stage">
        <PanelFrame />
        <Preview.Feedback />
        <PanelFacts />
        <PanelReferences />
        <Preview.Warnings />
        <Preview.Steps />
        <Preview.Actions>
          <Preview.StopWaiting />
        </Preview.Actions>
        <Preview.Error>
          <Preview.Actions>
            <Preview.Retry />
            <Space />
            <Preview.Rejoin />
            <Space />
            <PanelCancel />
            <Space />
            <Preview.Fix />
          </Preview.Actions>
        </Preview.Error>
        <Preview.Late />
        <PanelHistory />
        <Preview.PromptPreview />
        <Preview.Stages />
        <Preview.Provenance />
      </div>
      <Preview.Zoom />
      <Preview.CompareDialog />
      <Preview.Announcer />
    </Preview.Root>
  );
});

function PanelFrame() {
  const t = useMessages();
  const { state, generation } = usePreview();
  // A failure without an image has nothing to frame: its card takes the place.
  if (!generation && state.status !== "idle" && state.status !== "running") return null;
  const named = (key: string) => ({ "aria-label": t(key), title: t(key) });
  return (
    <Preview.Frame>
      <Preview.Empty>
        <ImageIcon size={28} />
        <span data-imagenode-part="words">{t("preview.empty")}</span>
      </Preview.Empty>
      <Preview.PartialImage />
      <Preview.Image />
      <Preview.Progress />
      <Preview.LinkNotice />
      <Preview.ZoomTrigger />
      <div data-imagenode-part="panel-tools">
        <Preview.CopyImage {...named("preview.copyImage")}>
          <CopyIcon />
        </Preview.CopyImage>
        <Preview.Download {...named("preview.download")}>
          <DownloadIcon />
        </Preview.Download>
        <Preview.Open {...named("preview.open")}>
          <OpenIcon />
        </Preview.Open>
      </div>
    </Preview.Frame>
  );
}

function PanelFacts() {
  const t = useMessages();
  if (!usePreview().generation) return null;
  return (
    <div data-imagenode-part="panel-facts">
      <Preview.Metadata />
      <PanelUsedSettings />
      <Preview.Actions>
        <Preview.CopyReference>
          <BracesIcon />
          <span data-imagenode-part="words">{t("preview.copyReference")}</span>
        </Preview.CopyReference>
        <Space />
        <Preview.Regenerate />
      </Preview.Actions>
    </div>
  );
}

/** Variables that later nodes get, folded: most people only want the image, which has its own button. */
function PanelReferences() {
  const t = useMessages();
  const { generation, nodeSlug } = usePreview();
  const [open, setOpen] = useState(false);
  if (!generation || nodeSlug === undefined) return null;
  return (
    <details
      data-imagenode-part="panel-references"
      open={open}
      onToggle={(event) => {
        endInReact(event);
        setOpen(event.currentTarget.open);
      }}
    >
      <summary data-imagenode-part="panel-references-toggle">{t("references.label")}</summary>
      {/* Not before: the prompt's text would stand in the page twice. */}
      {open && <Preview.References />}
    </details>
  );
}

function PanelHistory() {
  const t = useMessages();
  if (usePreview().history.length < 2) return null;
  return (
    <div data-imagenode-part="panel-history">
      <Preview.History />
      <Preview.Actions>
        <Preview.CompareTrigger>
          <CompareIcon />
          <span data-imagenode-part="words">{t("compare.open")}</span>
        </Preview.CompareTrigger>
        <Space />
        <Preview.Restore />
      </Preview.Actions>
    </div>
  );
}

/** While it runs, the form's button cancels; only after the wait there is none. */
function PanelCancel() {
  return usePreview().state.status === "waiting" ? <Preview.Cancel /> : null;
}
