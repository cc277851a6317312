import { useVariableAutocomplete } from "image-generation-node";
import { useState } from "react";
import { variables } from "./variables.js";

/** A text area of one's own, completed by the hook alone: no form, no provider, no part of the library. */
export function OwnTextarea() {
  const [text, setText] = useState("");
  const completion = useVariableAutocomplete({ variables, value: text, onValueChange: setText });
  return (
    <>
      <textarea aria-label="Note" rows={3} {...completion.getInputProps()} />
      <div {...completion.getListProps()}>
        {completion.items.map((variable, position) => (
          <div key={variable.path} {...completion.getOptionProps(position)}>
            {variable.path}
          </div>
        ))}
      </div>
      <p role="status">{completion.status}</p>
    </>
  );
}
