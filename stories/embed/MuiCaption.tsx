import Typography from "@mui/material/Typography";
import { usePreview } from "image-generation-node";

/** Words of the editor's own below the picture: of the one that is shown, which may be an earlier one. */
export function MuiCaption() {
  const { state, generation, generationIs } = usePreview();
  if (!generation) return null;
  return (
    <Typography variant="body2" component="p">
      {state.status === "running" ? "Before: " : generationIs === "current" ? "" : "Earlier: "}
      {generation.output.prompt}
    </Typography>
  );
}
