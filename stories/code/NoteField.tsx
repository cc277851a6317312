import { Field } from "image-generation-node";

/** A field of one's own with the library's label, description and error. */
export function NoteField({ error }: { error?: string }) {
  return (
    <Field.Root name="note" error={error}>
      <Field.Label>Note</Field.Label>
      <Field.Description>Kept with the node, never sent to a model.</Field.Description>
      <Field.Error />
    </Field.Root>
  );
}
