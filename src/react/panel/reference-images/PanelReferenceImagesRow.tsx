"use client";
import { References } from "../../references/index.js";
import { createPanelPart } from "../createPanelPart.js";

/** Pictures that the model is given: their title beside the ways to add one, then the list. */
export const PanelReferenceImagesRow = createPanelPart("Panel.ReferenceImages", References.Root, () => ({
  children: (
    <>
      <References.Title />
      <References.Add />
      <References.List />
      <References.Note />
      <References.Status />
    </>
  ),
}));
