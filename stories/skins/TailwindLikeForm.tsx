import {
  ConfigForm,
  Field,
  ImageModelSelect,
  ModeSwitch,
  PromptEditor,
  StyleSelect,
  useCatalogSelect,
} from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import type { ComponentType, ReactNode } from "react";
import { TailwindLikePreview } from "./TailwindLikePreview.js";

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
              <PromptEditor.Highlight className="tw-marks-emerald" />
              <PromptEditor.Input rows={3} className="tw-block tw-w-full tw-rounded-xl tw-ring tw-p-3" />
              <PromptEditor.Suggestions className="tw-rounded-xl tw-ring tw-surface tw-p-1">
                {renderRow}
              </PromptEditor.Suggestions>
              <PromptEditor.Diagnostics className="tw-text-sm" />
            </PromptEditor.Root>
            <Field.Error className="tw-text-sm tw-bad" />
          </Field.Root>
        </ModeSwitch.Content>
        <ModeSwitch.Content value="auto" className="tw-pt-4" />
      </ModeSwitch.Root>
      <Choice family={ImageModelSelect} />
      <Choice family={StyleSelect} />
      <ConfigForm.Error className="tw-text-sm tw-bad" />
      <div className="tw-flex tw-between">
        <ConfigForm.CostEstimate className="tw-text-sm tw-muted" />
        <ConfigForm.Generate className="tw-rounded-full tw-px-3 tw-h-10 tw-bg-emerald" />
      </div>
      <TailwindLikePreview />
    </ConfigForm.Root>
  );
}

const ROW = "tw-flex tw-between tw-gap-2 tw-rounded-lg tw-p-2 tw-text-sm data-active:tw-bg-soft";

const renderRow = () => (
  <PromptEditor.Suggestion className={ROW}>
    <PromptEditor.SuggestionPath />
    <PromptEditor.SuggestionValue className="tw-muted tw-truncate" />
  </PromptEditor.Suggestion>
);

type Family = typeof StyleSelect | typeof ImageModelSelect;

function Choice({ family }: { family: Family }) {
  const { Root, Label, Trigger, Value, Portal, Content } = family;
  const AnyRoot = Root as ComponentType<{ children: ReactNode }>;
  return (
    <AnyRoot>
      <Label className="tw-label tw-block" />
      <Trigger className="tw-flex tw-between tw-w-full tw-rounded-xl tw-ring tw-px-3 tw-h-10">
        <Value />
      </Trigger>
      <Portal>
        <Content className="tw-rounded-xl tw-ring tw-surface tw-p-1">
          <Rows family={family} />
        </Content>
      </Portal>
    </AnyRoot>
  );
}

function Rows({ family }: { family: Family }) {
  const { options } = useCatalogSelect();
  const { Item, ItemText, ItemBadge } = family;
  return options.map(({ value }) => (
    <Item key={value} value={value} className={ROW}>
      <ItemText />
      <ItemBadge className="tw-muted" />
    </Item>
  ));
}

/** Props of both skins. */
export interface FormProps {
  value: ImageNodeConfig;
  onValueChange: (config: ImageNodeConfig) => void;
}
