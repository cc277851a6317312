import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { SmallEditor } from "../../../stories/embed/SmallEditor.js";
import { connect } from "../../../stories/embed/connect.js";
import "../../../stories/embed/editor.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");

const client = connect(async () => "token_of_the_session");
const upload = async (file: File) => {
  await fetch(`/api/image-node/uploads/${file.name}`, { method: "POST", body: file });
};
createRoot(root).render(
  <StrictMode>
    <SmallEditor client={client} storage={localStorage} upload={upload} />
  </StrictMode>,
);
