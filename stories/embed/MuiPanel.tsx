import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Stack from "@mui/material/Stack";
import { AspectRatioSelect, ConfigForm, Field, ModeSwitch, Preview } from "image-generation-node";
import type { ImageNodeConfig } from "image-generation-node/contract";
import { MuiCaption } from "./MuiCaption.js";
import { MuiPrompt } from "./MuiPrompt.js";
import { MuiStyle } from "./MuiStyle.js";

/** A panel of MUI's components. `asChild` puts a part onto each: its behaviour, its words and its state. */
export function MuiPanel({ config, onChange }: MuiPanelProps) {
  return (
    <ConfigForm.Root asChild value={config} onValueChange={onChange}>
      <Stack component="form" spacing={2} aria-label="Picture" className="nodrag nowheel nokey">
        <ModeSwitch.Root>
          <ModeSwitch.List asChild>
            <Stack direction="row" spacing={1}>
              {(["manual", "auto"] as const).map((mode) => (
                <ModeSwitch.Trigger asChild key={mode} value={mode}>
                  <Button
                    size="small"
                    color="inherit"
                    variant={config.prompt.mode === mode ? "outlined" : "text"}
                  >
                    {mode === "manual" ? "By hand" : "From the nodes before"}
                  </Button>
                </ModeSwitch.Trigger>
              ))}
            </Stack>
          </ModeSwitch.List>
          <ModeSwitch.Content value="manual">
            <MuiPrompt />
          </ModeSwitch.Content>
          <ModeSwitch.Content value="auto" />
        </ModeSwitch.Root>
        <MuiStyle />
        <Field.Root name="aspectRatio">
          <AspectRatioSelect.Root>
            <AspectRatioSelect.Label />
            <AspectRatioSelect.Trigger asChild>
              <Button variant="outlined" color="inherit" fullWidth>
                <AspectRatioSelect.Value />
              </Button>
            </AspectRatioSelect.Trigger>
            <AspectRatioSelect.Portal>
              <AspectRatioSelect.Content />
            </AspectRatioSelect.Portal>
          </AspectRatioSelect.Root>
          <Field.Error />
        </Field.Root>
        <ConfigForm.Error asChild>
          <Alert severity="error" />
        </ConfigForm.Error>
        <ConfigForm.Generate asChild>
          <Button variant="contained">Draw</Button>
        </ConfigForm.Generate>
        <Preview.Root asChild>
          <Stack component="section" spacing={1}>
            {/* A Chip shows its label alone, so the words go there. */}
            <Preview.Status asChild>
              {({ content, state }) => (
                <Chip
                  label={content}
                  size="small"
                  color={state.status === "failed" ? "error" : "default"}
                  sx={{ justifySelf: "start", alignSelf: "start" }}
                />
              )}
            </Preview.Status>
            <Preview.Frame>
              <Preview.Empty />
              <Preview.PartialImage />
              <Preview.Image />
              <Preview.Progress />
            </Preview.Frame>
            <MuiCaption />
            <Preview.Error>
              <Preview.Retry asChild>
                <Button size="small">Try again</Button>
              </Preview.Retry>
            </Preview.Error>
            <Preview.Announcer />
          </Stack>
        </Preview.Root>
      </Stack>
    </ConfigForm.Root>
  );
}

export interface MuiPanelProps {
  config: ImageNodeConfig;
  onChange: (config: ImageNodeConfig) => void;
}
