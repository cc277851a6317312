import { Preview } from "image-generation-node";

/** The preview of a node's run, in one's own arrangement, inside of its scope. */
export function NodePreview() {
  return (
    <Preview.Root>
      <Preview.Status />
      <Preview.Frame>
        <Preview.Empty />
        <Preview.PartialImage />
        <Preview.Image />
        <Preview.Progress />
        <Preview.LinkNotice />
        <Preview.ZoomTrigger />
      </Preview.Frame>
      <Preview.Variations />
      <Preview.Error>
        <Preview.Fix />
        <Preview.Retry />
        <Preview.Rejoin />
      </Preview.Error>
      <Preview.Late />
      <Preview.Actions>
        <Preview.Download />
        <Preview.CopyImage />
        <Preview.Open />
        <Preview.CopyReference />
        <Preview.Regenerate />
        <Preview.StopWaiting />
      </Preview.Actions>
      <Preview.Metadata />
      <Preview.Expiry />
      <Preview.Warnings />
      <Preview.Stages />
      <Preview.Zoom />
      <Preview.Announcer />
    </Preview.Root>
  );
}
