import type { Meta, StoryObj } from "@storybook/react-vite";
import { Field, ImageNodeProvider } from "image-generation-node";
import { Frame } from "./support/Frame.js";
import { showCode } from "./support/showCode.js";
import code from "./code/NoteField.tsx?raw";

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

const meta: Meta<typeof TextField> = {
  title: "Field/States",
  component: TextField,
  parameters: showCode(code),
};
export default meta;
type Story = StoryObj<typeof TextField>;

/** A label, a description and a place for the error, around a control of the host's. */
export const Plain: Story = {};

/** An error of the host's own, tied to the field. */
export const WithError: Story = {
  name: "With error",
  args: { error: "The note is longer than 200 characters." },
};
