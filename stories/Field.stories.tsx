import type { Meta, StoryObj } from "@storybook/react-vite";
import { Field, ImageNodeProvider } from "image-generation-node";
import { Frame } from "./support/Frame.js";

function TextField({ error }: { error?: string | undefined }) {
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <Frame>
        <Field.Root name="note" error={error}>
          <Field.Label asChild>
            <span>Note</span>
          </Field.Label>
          <Field.Description>Kept with the node, never sent to a model.</Field.Description>
          <Field.Error />
        </Field.Root>
      </Frame>
    </ImageNodeProvider>
  );
}

const meta: Meta<typeof TextField> = { title: "Field", component: TextField };
export default meta;
type Story = StoryObj<typeof TextField>;

export const Plain: Story = {};

export const WithError: Story = { args: { error: "The note is longer than 200 characters." } };
