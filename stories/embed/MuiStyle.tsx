import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useCatalog, useConfigForm, useConfigFormValue } from "image-generation-node";

/** MUI's own select in place of `StyleSelect`: its choices from the catalog, its value from the form. */
export function MuiStyle() {
  const { catalog } = useCatalog();
  const { setValue, disabled, readOnly } = useConfigForm();
  const style = useConfigFormValue("style");
  const styles = catalog?.styles ?? [];
  // A saved style that the workspace no longer offers stays, and is shown.
  const choices = styles.some(({ id }) => id === style) ? styles : [...styles, { id: style, label: style }];
  return (
    <TextField
      select
      fullWidth
      label="Style"
      value={style}
      disabled={disabled || readOnly || !catalog}
      onChange={(event) => setValue("style", event.target.value)}
    >
      {choices.map(({ id, label }) => (
        <MenuItem key={id} value={id}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}
