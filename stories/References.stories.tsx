import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  ConfigForm,
  Field,
  ImageModelSelect,
  ImageNodePanel,
  ImageNodeScope,
  References,
} from "image-generation-node";
import type { MessageOverrides } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import type { Catalog, Reference } from "image-generation-node/contract";
import { ar } from "image-generation-node/messages/ar";
import { de } from "image-generation-node/messages/de";
import { fixtures } from "image-generation-node/testing";
import { useState } from "react";
import { expect, screen, userEvent, waitFor } from "storybook/test";
import { CatalogSelectParts } from "./support/CatalogSelectParts.js";
import { drawImage } from "./support/drawImage.js";
import type { Look } from "./support/drawImage.js";
import { Frame } from "./support/Frame.js";
import { ScriptedProvider } from "./support/ScriptedProvider.js";
import { StoryProvider } from "./support/StoryProvider.js";
import { getRunInput, upstreamSources } from "./support/upstream.js";
import { showCode } from "./support/showCode.js";
import imageNode from "./code/ImageNode.tsx?raw";
import code from "./code/ReferenceImages.tsx?raw";

interface BoardProps {
  /** References that the host saved. */
  saved?: Reference[] | undefined;
  /** Pictures that the chosen model takes; 0 for none. */
  max?: number | undefined;
  /** What becomes of an upload: it is kept, it stays on its way, or it is refused. */
  upload?: "kept" | "slow" | "refused" | undefined;
  messages?: MessageOverrides | undefined;
  readOnly?: boolean | undefined;
}

const LOOKS: readonly Look[] = ["night", "dawn", "sketch"];
const MUG: Reference = { attachmentId: "att_0", label: "Mug from the front.png" };
const LOGO: Reference = { attachmentId: "att_1", label: "Logo" };
const ROOM: Reference = {
  attachmentId: "att_2",
  label: "The room in which it stands, in the evening light.jpg",
};
const PHOTO: Reference = { value: "{{camera.output.photo}}" };

/** The catalog of the fixtures, whose first model takes `max` pictures, and whose others take none. */
function catalogOf(max: number): Catalog {
  const [first, ...rest] = fixtures.catalog.imageModels;
  if (!first) throw new Error("The fixtures have image models.");
  const references = { max, mimeTypes: ["image/png", "image/jpeg"], maxBytes: 5_000_000 };
  return {
    ...fixtures.catalog,
    imageModels: [{ ...first, ...(max > 0 && { references }) }, ...rest],
    features: { ...fixtures.catalog.features, uploads: true },
    limits: { ...fixtures.catalog.limits, maxUploadBytes: 10_000_000 },
  };
}

/** Answers what a back end with uploads would. */
function answer(request: Request, upload: BoardProps["upload"]): Response | undefined {
  const { pathname } = new URL(request.url);
  const [id] = /(?<=\/attachments\/)att_\d+(?=\/url$)/.exec(pathname) ?? [];
  const imageUrl = drawImage("square", LOOKS[Number(id?.slice(4) ?? 1) % LOOKS.length], [256, 256]);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  if (id !== undefined) return Response.json({ imageUrl, expiresAt });
  if (!pathname.endsWith("/attachments")) return undefined;
  if (upload === "refused") {
    const problem = {
      kind: "unsupported_media_type",
      charged: false,
      detail: "A HEIC is no picture that can be kept.",
    };
    return Response.json(problem, { status: 415, headers: { "Content-Type": "application/problem+json" } });
  }
  const kept = { attachmentId: "att_1", mimeType: "image/png", width: 256, height: 256, sizeInKb: 9 };
  return Response.json({ ...kept, imageUrl, expiresAt }, { status: 201 });
}

/** The references of a form, with the model that takes them. */
function ReferencesBoard({ saved, max = 4, upload, messages, readOnly }: BoardProps) {
  const [config, setConfig] = useState(() =>
    createImageNodeConfig({ prompt: { template: "A mug on a table" }, ...(saved && { references: saved }) }),
  );
  const [variables] = useState(() => [
    {
      slug: "trigger",
      label: "New product",
      distance: 2,
      sample: { output: { name: "Mug", color: "blue" } },
    },
    {
      slug: "camera",
      label: "Take photo",
      distance: 1,
      sample: {
        output: {
          photo: {
            path: drawImage("square", "dawn", [256, 256]),
            _metadata: { name: "photo.png", mimeType: "image/png", sizeInKb: 9, attachmentId: "att_1" },
          },
        },
      },
    },
  ]);
  return (
    <ScriptedProvider
      script={{ catalog: catalogOf(max) }}
      intercept={(request) => answer(request, upload)}
      hold={
        upload === "slow"
          ? (request) => request.method === "POST" && request.url.endsWith("/attachments")
          : undefined
      }
      messages={messages}
    >
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={variables}>
        <Frame>
          <ConfigForm.Root value={config} onValueChange={setConfig} readOnly={readOnly}>
            <References.Root>
              <References.Title />
              <References.Add />
              <References.List />
              <References.Note />
              <References.Status />
            </References.Root>
            <Field.Root name="imageModel">
              <ImageModelSelect.Root>
                <CatalogSelectParts />
              </ImageModelSelect.Root>
            </Field.Root>
            <ConfigForm.Generate />
            <ConfigForm.Error />
          </ConfigForm.Root>
        </Frame>
      </ImageNodeScope>
    </ScriptedProvider>
  );
}

/** The panel on a demo back end that takes a picture. */
function DemoPanel() {
  const [config, setConfig] = useState(() =>
    createImageNodeConfig({ prompt: { template: "{{agent.output.structured.subject}}" } }),
  );
  return (
    <StoryProvider references>
      <ImageNodeScope
        nodeId="n4"
        nodeSlug="image_gen"
        nodeName="Image Generation"
        variables={upstreamSources}
        getRunInput={getRunInput}
      >
        <Frame flush>
          <ImageNodePanel value={config} onValueChange={setConfig} />
        </Frame>
      </ImageNodeScope>
    </StoryProvider>
  );
}

const meta: Meta<typeof ReferencesBoard> = {
  title: "Reference images/States",
  component: ReferencesBoard,
  parameters: showCode(code, "ConfigForm.Root"),
};
export default meta;
type Story = StoryObj<typeof ReferencesBoard>;

/** Drops files on the references, as a person does. */
async function drop(...files: (string | File)[]) {
  const root = (await screen.findByText(/^(?:Reference images|Referenzbilder)$/)).closest("[role=group]");
  const dataTransfer = new DataTransfer();
  for (const file of files)
    dataTransfer.items.add(
      typeof file === "string" ? new File(["bytes"], file, { type: "image/png" }) : file,
    );
  root?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
}

/** No picture yet: three ways to add one. */
export const Empty: Story = {
  play: async () => {
    await expect(await screen.findByRole("button", { name: "Upload" })).toBeVisible();
  },
};

/** One picture of the back end. */
export const One: Story = { args: { saved: [MUG] } };

/** Several, in order; a variable among them shows its sample. */
export const Several: Story = {
  args: { saved: [MUG, PHOTO, ROOM] },
  play: async () => {
    await userEvent.click(await screen.findByRole("button", { name: /^Move camera\.output\.photo down/ }));
    const down = screen.getByRole("button", { name: /^Move camera\.output\.photo up/ });
    await waitFor(() => expect(down).toHaveFocus());
  },
};

/** Variables of earlier nodes, files first. */
export const Variables: Story = {
  play: async () => {
    await userEvent.click(await screen.findByRole("button", { name: "Variable" }));
    await expect(screen.getByRole("button", { name: /camera\.output\.photo/ })).toBeVisible();
  },
};

/** On the way, one after the other. */
export const Uploading: Story = {
  args: { saved: [MUG], upload: "slow" },
  play: async () => {
    await drop("Room.png", "Logo.png");
    await expect(await screen.findByText("Waiting for the others")).toBeVisible();
  },
};

/** Refused by the back end, with what helps. */
export const Failed: Story = {
  args: { saved: [MUG], upload: "refused" },
  play: async () => {
    await drop("IMG_2041.HEIC");
    await expect(await screen.findByRole("button", { name: "Try again: IMG_2041.HEIC" })).toBeVisible();
  },
};

/** More than the model takes: nothing is sent before some are removed. */
export const TooMany: Story = { name: "Too many", args: { saved: [MUG, LOGO, ROOM], max: 1 } };

/** A model that takes none keeps what was chosen for another. */
export const ModelWithout: Story = { name: "Model without", args: { saved: [MUG, PHOTO], max: 0 } };

/** As many as the model takes: nothing more can be added. */
export const Full: Story = { args: { saved: [MUG, LOGO], max: 2 } };

/** A form that is only read. */
export const ReadOnly: Story = { name: "Read only", args: { saved: [MUG, LOGO], readOnly: true } };

/** What can't be a reference, at its place. */
export const Faulty: Story = {
  args: { saved: [{ value: "a {{camera.output.photo}}" }, { value: "{{nobody.output}}" }] },
};

/** In German. */
export const German: Story = { name: "In German", args: { saved: [MUG, PHOTO, LOGO], max: 2, messages: de } };

/** From right to left. */
export const RightToLeft: Story = {
  name: "Right to left",
  args: { saved: [MUG, PHOTO], messages: ar },
  globals: { direction: "rtl" },
};

/** Paints a photo: a sky over a field, as a camera would save it. */
async function paintPhoto(): Promise<File> {
  const canvas = new OffscreenCanvas(480, 320);
  const context = canvas.getContext("2d");
  for (const [color, top] of [
    ["#f3a25c", 0],
    ["#2b6a7c", 200],
  ] as const) {
    if (context) context.fillStyle = color;
    context?.fillRect(0, top, 480, 320);
  }
  return new File([await canvas.convertToBlob({ type: "image/jpeg" })], "Evening.jpg", {
    type: "image/jpeg",
  });
}

/** The whole panel on a demo back end that takes a picture: its colors and its layout come back. Drop one of your own. */
export const OnTheDemo: Story = {
  name: "On the demo",
  parameters: showCode(imageNode),
  render: () => <DemoPanel />,
  play: async () => {
    await screen.findByRole("button", { name: "Upload" });
    await drop(await paintPhoto());
    await screen.findByRole("button", { name: "Remove Evening.jpg" }, { timeout: 30_000 });
    await userEvent.click(screen.getByRole("button", { name: /^Generate/ }));
    await screen.findByRole("button", { name: /^Download/ }, { timeout: 30_000 });
  },
};
