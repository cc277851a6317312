import { Preview } from "image-generation-node";

/** What went wrong, what it cost, and what helps. */
export function FailedRun() {
  return (
    <Preview.Root>
      <Preview.Error>
        <Preview.Actions>
          <Preview.Retry />
          <Preview.Rejoin />
          <Preview.Cancel />
          <Preview.Fix />
        </Preview.Actions>
      </Preview.Error>
      <Preview.Announcer />
    </Preview.Root>
  );
}
