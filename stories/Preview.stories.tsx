import type { Meta, StoryObj } from "@storybook/react-vite";
import { Preview, useGeneration } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { AspectRatio } from "image-generation-node/contract";
import type { Script, ScriptedRun } from "image-generation-node/testing";
import { useEffect } from "react";
import { expect, within } from "storybook/test";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { upstreamOutputs } from "./support/upstream.js";

interface StateProps {
  /** Script of the run; `null` starts none. */
  run: ScriptedRun | null;
  aspectRatio?: AspectRatio | undefined;
  script?: Script | undefined;
}

/** The preview by itself, showing one run. */
function State({ run, aspectRatio = "landscape", script }: StateProps) {
  return (
    <ScriptedProvider script={{ ...script, ...(run && { runs: run }) }}>
      <Frame wide>
        <Run starts={run !== null} aspectRatio={aspectRatio} />
      </Frame>
    </ScriptedProvider>
  );
}

function Run({ starts, aspectRatio }: { starts: boolean; aspectRatio: AspectRatio }) {
  const { store } = useGeneration();
  useEffect(() => {
    if (!starts || store.getSnapshot().status !== "idle") return;
    const prompt = {
      template: "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}",
    };
    void store.start({ config: createImageNodeConfig({ prompt, aspectRatio }), variables: upstreamOutputs });
  }, [store, starts, aspectRatio]);
  return (
    <Preview.Root generation={store} nodeSlug="image_gen">
      <Preview.Status />
      <Preview.Frame>
        <Preview.Empty />
        <Preview.PartialImage />
        <Preview.Image />
        <Preview.Progress />
      </Preview.Frame>
      <Preview.Error>
        <Preview.Fix />
        <Preview.Retry />
        <Preview.Rejoin />
      </Preview.Error>
      <Preview.Steps />
      <Preview.Actions>
        <Preview.CopyImage />
        <Preview.Download />
        <Preview.Open />
        <Preview.CopyReference />
        <Preview.Regenerate />
        <Preview.Cancel />
        <Preview.StopWaiting />
      </Preview.Actions>
      <Preview.LinkNotice />
      <Preview.Metadata />
      <Preview.Expiry />
      <Preview.Warnings />
      <Preview.Stages />
      <Preview.Announcer />
    </Preview.Root>
  );
}

const meta: Meta<typeof State> = { title: "Preview", component: State, args: { run: {} } };
export default meta;
type Story = StoryObj<typeof State>;

const findsAlert = (words: RegExp): NonNullable<Story["play"]> => {
  return async ({ canvasElement }) => {
    await expect((await within(canvasElement).findAllByText(words))[0]).toBeVisible();
  };
};

/** Nothing was run yet; the frame has its final ratio already. */
export const Empty: Story = { args: { run: null } };

/** On its way, with its stage and the elapsed time. */
export const Running: Story = { args: { run: { end: "never" } } };

export const Succeeded: Story = {
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("img");
  },
};

export const Portrait: Story = { args: { aspectRatio: "portrait" } };

/** The model's safety check refused the text. */
export const Blocked: Story = {
  args: { run: { end: "content_blocked" } },
  play: findsAlert(/refused|blocked/i),
};

export const RateLimited: Story = { args: { run: { end: "rate_limited" } } };

export const CreditsExhausted: Story = {
  args: { run: { end: "credits_exhausted" } },
  play: findsAlert(/credit/i),
};

export const ModelUnavailable: Story = { args: { run: { end: "model_unavailable" } } };

/** Said with the variable's name, before anything is spent. */
export const MissingVariable: Story = {
  args: { run: { end: "missing_variable" } },
  play: findsAlert(/trigger\.output\.style/),
};

export const TimedOut: Story = { args: { run: { end: "timeout" } } };

export const NoPicture: Story = { args: { run: { end: "no_image" } } };

export const ConnectionLost: Story = { args: { run: { transport: "network" } } };

/** The back end answered something that the contract does not allow. */
export const ContractViolation: Story = { args: { run: { transport: "contract_violation" } } };

export const Cancelled: Story = { args: { run: { end: "cancelled" } } };
