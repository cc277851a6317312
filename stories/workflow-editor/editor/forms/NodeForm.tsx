import type { VariableSource } from "image-generation-node/template";
import type { LoopConfig } from "../../engine/loop/LoopRun.js";
import type { WorkflowNode } from "../../engine/types.js";
import type { ActionConfig } from "../../nodes/createActionExecutor.js";
import type { AgentConfig } from "../../nodes/executeAgent.js";
import type { HttpConfig } from "../../nodes/createHttpExecutor.js";
import type { TriggerConfig } from "../../nodes/executeTrigger.js";
import type { VisionConfig } from "../../nodes/createVisionExecutor.js";
import { DEMO_EYES } from "../../nodes/createVisionExecutor.js";
import { INTEGRATIONS } from "../../nodes/integrations.js";
import type { Integration, IntegrationId } from "../../nodes/integrations.js";
import { AgentForm } from "./AgentForm.js";
import type { FormProps } from "./FormProps.js";
import { TemplateField } from "./TemplateField.js";
import { TriggerForm } from "./TriggerForm.js";

/** Renders the form of every kind of node but the image node, whose form is the library's panel. */
export function NodeForm({ node, ...props }: NodeFormProps) {
  switch (node.kind) {
    case "trigger":
      return <TriggerForm {...props} config={node.config as TriggerConfig} />;
    case "agent":
      return <AgentForm {...props} config={node.config as AgentConfig} />;
    case "vision":
      return <VisionForm {...props} config={node.config as VisionConfig} />;
    case "action":
      return <ActionForm {...props} config={node.config as ActionConfig} />;
    case "http":
      return <HttpForm {...props} config={node.config as HttpConfig} />;
    case "loop":
      return <LoopForm {...props} config={node.config as LoopConfig} />;
    case "image":
      return null;
  }
}

function VisionForm({ config, onConfigChange, onRest, variables }: FormProps<VisionConfig>) {
  const seen = variables.filter(({ kind }) => kind === "image").map(({ label }) => label);
  return (
    <div className="wf-form">
      <p className="wf-model">{DEMO_EYES}</p>
      <TemplateField
        label="Instructions"
        rows={3}
        value={config.instructions}
        onValueChange={(instructions) => onConfigChange({ ...config, instructions })}
        onRest={onRest}
        variables={variables}
      />
      <p className="wf-quiet">
        {seen.length > 0
          ? `Sees every picture of the nodes before it by itself: ${seen.join(", ")}.`
          : "There is no image node before this one yet."}
      </p>
    </div>
  );
}

function ActionForm({ config, onConfigChange, onRest, variables }: FormProps<ActionConfig>) {
  const integration: Integration = INTEGRATIONS[config.integration];
  return (
    <div className="wf-form" onBlur={onRest}>
      <label className="wf-field">
        <span>Service</span>
        <select
          value={config.integration}
          onChange={(event) =>
            onConfigChange({ ...config, integration: event.target.value as IntegrationId })
          }
        >
          {Object.entries(INTEGRATIONS).map(([id, { label }]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {integration.fields.map(({ name, label, long }) => (
        <TemplateField
          key={name}
          label={label}
          rows={long ? 3 : 1}
          value={config.values[name] ?? ""}
          onValueChange={(value) =>
            onConfigChange({ ...config, values: { ...config.values, [name]: value } })
          }
          onRest={onRest}
          variables={variables}
        />
      ))}
      <p className="wf-quiet">The picture made last before this node goes along as a file.</p>
    </div>
  );
}

function HttpForm({ config, onConfigChange, onRest, variables }: FormProps<HttpConfig>) {
  return (
    <div className="wf-form" onBlur={onRest}>
      <label className="wf-field">
        <span>Method</span>
        <select
          value={config.method}
          onChange={(event) =>
            onConfigChange({ ...config, method: event.target.value as HttpConfig["method"] })
          }
        >
          <option>POST</option>
          <option>PUT</option>
        </select>
      </label>
      <TemplateField
        label="URL"
        value={config.url}
        onValueChange={(url) => onConfigChange({ ...config, url })}
        onRest={onRest}
        variables={variables}
      />
      <div className="wf-segments" role="group" aria-label="Body">
        {(["file", "json"] as const).map((body) => (
          <button
            key={body}
            type="button"
            aria-pressed={config.body === body}
            onClick={() => onConfigChange({ ...config, body })}
          >
            {body === "file" ? "File (multipart)" : "JSON"}
          </button>
        ))}
      </div>
      {config.body === "file" ? (
        <label className="wf-field">
          <span>Field of the file</span>
          <input
            value={config.field}
            onChange={(event) => onConfigChange({ ...config, field: event.target.value })}
          />
        </label>
      ) : (
        <TemplateField
          label="JSON"
          rows={6}
          value={config.json}
          onValueChange={(json) => onConfigChange({ ...config, json })}
          onRest={onRest}
          variables={variables}
        />
      )}
    </div>
  );
}

function LoopForm({ config, onConfigChange, onRest, variables }: FormProps<LoopConfig>) {
  return (
    <div className="wf-form" onBlur={onRest}>
      <TemplateField
        label="Items"
        value={config.items}
        onValueChange={(items) => onConfigChange({ ...config, items })}
        onRest={onRest}
        variables={variables}
      />
      <label className="wf-field">
        <span>At a time</span>
        <input
          type="number"
          min={1}
          max={16}
          value={config.concurrency}
          onChange={(event) => onConfigChange({ ...config, concurrency: event.target.valueAsNumber || 1 })}
        />
      </label>
    </div>
  );
}

type NodeFormProps = Omit<FormProps<unknown>, "config"> & {
  node: WorkflowNode;
  variables: readonly VariableSource[];
};
