import { Panel, Preview, usePreview } from "image-generation-node";
import type { PreviewRootProps } from "image-generation-node";

/** Every part of a preview, in the order in which the panel has them. */
export function PreviewBoard(props: PreviewRootProps) {
  return (
    <div data-imagenode-part="panel">
      <Preview.Root nodeSlug="image_gen" {...props}>
        <div data-imagenode-part="panel-head">
          <Preview.Status />
          <Preview.Expiry />
        </div>
        <div data-imagenode-part="panel-stage">
          <BoardFrame />
          <Panel.Variations />
          <Preview.Feedback />
          <Preview.Metadata />
          <Preview.Warnings />
          <Preview.Actions>
            <Preview.CopyImage />
            <Preview.Download />
            <Preview.Open />
            <Preview.CopyReference />
            <Preview.CopyAttachmentId />
            <Preview.Regenerate />
            <Preview.MoreLikeThis />
          </Preview.Actions>
          <Preview.Steps />
          <Preview.Actions>
            <Preview.StopWaiting />
          </Preview.Actions>
          <PreviewProblem />
          <Preview.Late />
          <div data-imagenode-part="panel-history">
            <Preview.History />
            <Preview.CompareTrigger />
            <Preview.Restore />
          </div>
          <Preview.PromptPreview />
          <Preview.Stages />
          <Preview.Usage />
          <Preview.Provenance />
        </div>
        <Preview.Zoom />
        <Preview.CompareDialog />
        <Preview.Announcer />
      </Preview.Root>
    </div>
  );
}

/** A failure without an image has nothing to frame: its card takes the place. */
function BoardFrame() {
  const { state, generation, generationIs } = usePreview();
  if (state.variations && generationIs !== "selected") return null;
  if (!generation && state.status !== "idle" && state.status !== "running") return null;
  return (
    <Preview.Frame>
      <Preview.Empty />
      <Preview.PartialImage />
      <Preview.Image />
      <Preview.Progress />
      <Preview.LinkNotice />
      <Preview.ZoomTrigger />
    </Preview.Frame>
  );
}

/** A failure's card with what helps. */
export function PreviewProblem() {
  return (
    <Preview.Error>
      <Preview.Actions>
        <Preview.Retry />
        <Preview.Rejoin />
        <Preview.Cancel />
        <Preview.MissingSources />
        <Preview.Fix />
      </Preview.Actions>
    </Preview.Error>
  );
}
