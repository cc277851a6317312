import { Field, useConfigForm, useConfigFormValue } from "image-generation-node";
import { ASPECT_RATIOS } from "image-generation-node/contract";

/** A control of one's own in a form: the form gives it a value, an error and a way to write. */
export function OwnControl() {
  const form = useConfigForm();
  const ratio = useConfigFormValue("aspectRatio");
  return (
    <Field.Root name="aspectRatio" role="group" aria-label="Shape">
      {ASPECT_RATIOS.map((id) => (
        <label key={id}>
          <input
            type="radio"
            name="shape"
            checked={ratio === id}
            disabled={form.disabled || form.readOnly}
            onChange={() => form.setValue("aspectRatio", id)}
          />
          {id}
        </label>
      ))}
      <Field.Error />
    </Field.Root>
  );
}
