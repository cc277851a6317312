import { STYLES, ASPECT_RATIOS, PROMPT_MODES } from "image-generation-node/contract";
import type { ImageNodeConfig, PromptMode } from "image-generation-node/contract";
import { useState } from "react";
import type { Contestant, Setup } from "../contestant.js";

/** The floor: the same fields as plain controls, without popups, validation, preview or look. */
export const bare: Contestant = {
  create: async (setup) => () => <Bare {...setup} />,
};

function Bare({ config: initial, catalog, save }: Setup) {
  const [config, setConfig] = useState(initial);
  const change = (part: Partial<ImageNodeConfig>) => {
    const next = { ...config, ...part };
    setConfig(next);
    save(next);
  };
  const { prompt } = config;
  const text = prompt.mode === "manual" ? "template" : "instructions";
  return (
    <div>
      <Choice
        label="Mode"
        value={prompt.mode}
        options={PROMPT_MODES}
        onChange={(mode) => change({ prompt: { ...prompt, mode: mode as PromptMode } })}
      />
      {prompt.mode !== "auto" && (
        <label>
          Prompt
          <textarea
            rows={5}
            value={prompt[text]}
            onChange={(event) => change({ prompt: { ...prompt, [text]: event.target.value } })}
          />
        </label>
      )}
      <Choice
        label="Image model"
        value={config.imageModel ?? ""}
        options={catalog.imageModels.map(({ id }) => id)}
        names={catalog.imageModels.map(({ label }) => label)}
        onChange={(imageModel) => change({ imageModel })}
      />
      <Choice
        label="Prompt model"
        value={config.promptModel ?? ""}
        options={catalog.promptModels.map(({ id }) => id)}
        onChange={(promptModel) => change({ promptModel })}
      />
      <Choice
        label="Aspect ratio"
        value={config.aspectRatio}
        options={ASPECT_RATIOS}
        onChange={(ratio) => change({ aspectRatio: ratio as ImageNodeConfig["aspectRatio"] })}
      />
      <Choice label="Style" value={config.style} options={STYLES} onChange={(style) => change({ style })} />
      <button type="button">Generate</button>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly string[];
  names?: readonly string[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, names = options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select data-mode={label === "Mode"} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option, index) => (
          <option key={option} value={option}>
            {names[index]}
          </option>
        ))}
      </select>
    </label>
  );
}
