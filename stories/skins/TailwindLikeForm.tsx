import {
  ConfigForm,
  Field,
  ImageModelSelect,
  ModeSwitch,
  PromptEditor,
  StyleSelect,
} from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { ComponentType, ReactNode } from "react";

/** A host with utility classes: each part takes `className`, states are variants of `data-*`. */
export function TailwindLikeForm({ value, onValueChange }: FormProps) {
  return (
    <ConfigForm.Root
      value={value}
      onValueChange={onValueChange}
      className="tw-grid tw-gap-4"
      aria-label="Picture"
    >
      <ModeSwitch.Root>
        <ModeSwitch.List className="tw-flex tw-rounded-full tw-ring">
          <ModeSwitch.Trigger
            value="manual"
            className="tw-grow tw-rounded-full tw-px-3 tw-h-8 data-active:tw-bg-emerald"
          />
          <ModeSwitch.Trigger
            value="auto"
            className="tw-grow tw-rounded-full tw-px-3 tw-h-8 data-active:tw-bg-emerald"
          />
        </ModeSwitch.List>
        <ModeSwitch.Content value="manual" className="tw-pt-4">
          <Field.Root name="prompt.template">
            <PromptEditor.Root>
              <PromptEditor.Label className="tw-label">Prompt</PromptEditor.Label>
              <PromptEditor.Highlight />
              <PromptEditor.Input rows={3} className="tw-w-full tw-rounded-xl tw-ring tw-p-3" />
              <PromptEditor.Suggestions />
              <PromptEditor.Diagnostics />
            </PromptEditor.Root>
            <Field.Error />
          </Field.Root>
        </ModeSwitch.Content>
        <ModeSwitch.Content value="auto" />
      </ModeSwitch.Root>
      <Choice family={ImageModelSelect} />
      <Choice family={StyleSelect} />
      <div className="tw-flex tw-between">
        <ConfigForm.CostEstimate />
        <ConfigForm.Generate className="tw-rounded-full tw-px-3 tw-h-10 tw-bg-emerald" />
      </div>
    </ConfigForm.Root>
  );
}

type Family = typeof StyleSelect | typeof ImageModelSelect;

function Choice({ family }: { family: Family }) {
  const { Root, Label, Trigger, Value, Portal, Content } = family;
  const AnyRoot = Root as ComponentType<{ children: ReactNode }>;
  return (
    <AnyRoot>
      <Label className="tw-label" />
      <Trigger className="tw-w-full tw-rounded-xl tw-ring tw-px-3 tw-h-10">
        <Value />
      </Trigger>
      <Portal>
        <Content className="tw-rounded-xl tw-ring" />
      </Portal>
    </AnyRoot>
  );
}

/** Props of both skins. */
export interface FormProps {
  value: ImageNodeConfig;
  onValueChange: (config: ImageNodeConfig) => void;
}
