import type { AgentConfig } from "../../nodes/executeAgent.js";
import { DEMO_AGENT } from "../../nodes/writeStructured.js";
import { Icon } from "../Icon.js";
import type { FormProps } from "./FormProps.js";
import { TemplateField } from "./TemplateField.js";

export function AgentForm({ config, onConfigChange, onRest, variables }: FormProps<AgentConfig>) {
  const setFields = (fields: AgentConfig["fields"]) => onConfigChange({ ...config, fields });
  return (
    <div className="wf-form" onBlur={onRest}>
      <p className="wf-model">{DEMO_AGENT}</p>
      <TemplateField
        label="Instructions"
        rows={4}
        value={config.instructions}
        onValueChange={(instructions) => onConfigChange({ ...config, instructions })}
        onRest={onRest}
        variables={variables}
      />
      <h3 className="wf-form-title">Structured output</h3>
      {config.fields.map((field, index) => {
        const change = (part: Partial<typeof field>) =>
          setFields(config.fields.map((one, at) => (at === index ? { ...one, ...part } : one)));
        return (
          <div className="wf-row" key={index}>
            <input
              className="wf-code"
              aria-label={`Field ${index + 1}`}
              value={field.name}
              onChange={(event) => change({ name: event.target.value.replace(/\W/g, "_") })}
            />
            <input
              aria-label={`Meaning of field ${index + 1}`}
              value={field.description}
              onChange={(event) => change({ description: event.target.value })}
            />
            <button
              type="button"
              className="wf-icon-button"
              aria-label={`Remove field ${index + 1}`}
              onClick={() => setFields(config.fields.filter((_one, at) => at !== index))}
            >
              <Icon name="close" size={14} />
            </button>
          </div>
        );
      })}
      <button
        type="button"
        className="wf-button"
        onClick={() =>
          setFields([...config.fields, { name: `field_${config.fields.length + 1}`, description: "" }])
        }
      >
        <Icon name="plus" /> Add field
      </button>
    </div>
  );
}
