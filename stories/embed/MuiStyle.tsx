import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { StyleSelect, useCatalogSelect, useConfigForm } from "image-generation-node";

/** MUI's own select in place of the parts inside of `StyleSelect.Root`, which renders no element. */
export function MuiStyle() {
  return (
    <StyleSelect.Root>
      <Choice />
    </StyleSelect.Root>
  );
}

function Choice() {
  // Named in the page's language; a saved style that is no longer offered is among them.
  const { options, selected } = useCatalogSelect();
  const { setValue, disabled, readOnly } = useConfigForm();
  return (
    <TextField
      select
      fullWidth
      label="Style"
      value={selected?.value ?? ""}
      disabled={disabled || readOnly}
      helperText={selected?.reason ?? selected?.description}
      onChange={(event) => setValue("style", event.target.value)}
    >
      {options.map(({ value, label, disabled: isOut }) => (
        <MenuItem key={value} value={value ?? ""} disabled={isOut === true}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}
