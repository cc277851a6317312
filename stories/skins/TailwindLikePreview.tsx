import { Preview } from "image-generation-node";

/** The picture in the same skin: each part has its classes, and none needs a rule of its own. */
export function TailwindLikePreview() {
  return (
    <Preview.Root className="tw-grid tw-gap-2">
      <div className="tw-flex tw-between">
        <Preview.Status className="tw-text-sm tw-muted" />
        <Preview.Expiry className="tw-text-sm tw-muted" />
      </div>
      <Preview.Frame className="tw-relative tw-rounded-xl tw-ring tw-clip">
        <Preview.Empty className="tw-center tw-muted" />
        <Preview.PartialImage className="tw-cover" />
        <Preview.Image className="tw-cover" />
        <Preview.Progress className="tw-over tw-p-3 tw-text-sm" />
      </Preview.Frame>
      <Preview.Error className="tw-grid tw-gap-2 tw-rounded-xl tw-ring-bad tw-p-3">
        <Preview.Actions className="tw-flex tw-gap-2">
          <Preview.Retry className="tw-rounded-full tw-px-3 tw-h-8 tw-ring" />
          <Preview.Fix className="tw-rounded-full tw-px-3 tw-h-8 tw-ring" />
        </Preview.Actions>
      </Preview.Error>
      <Preview.Announcer />
    </Preview.Root>
  );
}
