import { useState } from "react";
import type { TriggerConfig } from "../../nodes/executeTrigger.js";
import { SCHEDULES, nextFiring } from "../../nodes/schedules.js";
import type { ScheduleId } from "../../nodes/schedules.js";
import type { FormProps } from "./FormProps.js";

export function TriggerForm({ config, onConfigChange, onRest }: FormProps<TriggerConfig>) {
  const { type, schedule, payload } = config;
  const setPayload = (name: string, value: unknown) =>
    onConfigChange({ ...config, payload: { ...payload, [name]: value } });
  const [opened] = useState(() => new Date());
  return (
    <div className="wf-form" onBlur={onRest}>
      <div className="wf-segments" role="group" aria-label="Starts with">
        {(["form", "schedule"] as const).map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={type === id}
            onClick={() => onConfigChange({ ...config, type: id })}
          >
            {id === "form" ? "Form" : "Schedule"}
          </button>
        ))}
      </div>
      {type === "schedule" && (
        <label className="wf-field">
          <span>When</span>
          <select
            value={schedule}
            onChange={(event) => onConfigChange({ ...config, schedule: event.target.value as ScheduleId })}
          >
            {Object.entries(SCHEDULES).map(([id, { label }]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <small>Next on {nextFiring(schedule, opened).toUTCString().replace(":00 GMT", " UTC")}</small>
        </label>
      )}
      <h3 className="wf-form-title">{type === "form" ? "Sent with the form" : "Handed over"}</h3>
      {Object.entries(payload).map(([name, value]) => (
        <PayloadField key={name} name={name} value={value} onChange={(next) => setPayload(name, next)} />
      ))}
    </div>
  );
}

interface PayloadFieldProps {
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

function PayloadField({ name, value, onChange }: PayloadFieldProps) {
  if (typeof value === "object" && value !== null)
    return <JsonField name={name} value={value} onChange={onChange} />;
  const isNumber = typeof value === "number";
  const text = String(value ?? "");
  return (
    <label className="wf-field">
      <span>{name}</span>
      {text.length > 80 ? (
        <textarea rows={5} dir="auto" value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          dir="auto"
          type={isNumber ? "number" : "text"}
          value={text}
          onChange={(event) => onChange(isNumber ? event.target.valueAsNumber || 0 : event.target.value)}
        />
      )}
    </label>
  );
}

function JsonField({ name, value, onChange }: PayloadFieldProps) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const isValid = isJson(text);
  return (
    <label className="wf-field">
      <span>{name}</span>
      <textarea
        className="wf-code"
        rows={10}
        dir="ltr"
        spellCheck={false}
        aria-invalid={!isValid}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (isJson(event.target.value)) onChange(JSON.parse(event.target.value));
        }}
      />
      {!isValid && <small className="wf-failure">This is no JSON yet.</small>}
    </label>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
