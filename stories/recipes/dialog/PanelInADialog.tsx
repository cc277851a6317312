import * as Dialog from "@radix-ui/react-dialog";
import { ImageNodePanel, ImageNodeScope, useGeneration } from "image-generation-node";
import type { GenerationStore } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { useState } from "react";
import type { FormEvent } from "react";
import { StoryProvider } from "../../support/StoryProvider.js";
import { getRunInput, upstreamSources } from "../../support/upstream.js";
import "./dialog.css";

/**
 * A host without a canvas: a plain list of steps, and a step's form in a Radix Dialog. The dialog's form has a name, an
 * error strategy and Save of its own around the panel; what is saved is one JSON document.
 */
export function PanelInADialog() {
  return (
    <StoryProvider>
      <main className="dialog-page">
        <StepRow />
      </main>
    </StoryProvider>
  );
}

function StepRow() {
  const [open, setOpen] = useState(true);
  const [saved, setSaved] = useState(() => ({ name: "Image Generation", config: createImageNodeConfig() }));
  // Kept outside of the dialog: closing it ends neither a run nor takes its picture away.
  const { store } = useGeneration();
  return (
    <section className="dialog-step" aria-label="Step">
      <div>
        <strong>{saved.name}</strong>
        <p>{saved.config.prompt.template || "No prompt yet"}</p>
      </div>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger className="dialog-button">Configure</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="dialog-overlay" />
          <Dialog.Content className="dialog" aria-describedby={undefined}>
            <StepForm
              saved={saved}
              generation={store}
              onSave={(next) => {
                setSaved(next);
                setOpen(false);
              }}
            />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </section>
  );
}

function StepForm({ saved, generation, onSave }: StepFormProps) {
  const [draft, setDraft] = useState(saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(draft);
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <header>
        <Dialog.Title>Configure the step</Dialog.Title>
        <label>
          <span>Name</span>
          <input value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        </label>
      </header>
      <div className="dialog-panel">
        <ImageNodeScope
          nodeId="dialog"
          nodeSlug="image_gen"
          nodeName={draft.name}
          variables={upstreamSources}
          getRunInput={getRunInput}
          generation={generation}
        >
          <ImageNodePanel
            value={draft.config}
            onValueChange={(config) => setDraft((now) => ({ ...now, config }))}
          />
        </ImageNodeScope>
      </div>
      <footer>
        <Dialog.Close className="dialog-button">Discard</Dialog.Close>
        <button type="submit" className="dialog-button" data-strong="">
          Save
        </button>
      </footer>
    </form>
  );
}

interface Step {
  name: string;
  config: ReturnType<typeof createImageNodeConfig>;
}

interface StepFormProps {
  saved: Step;
  generation: GenerationStore;
  onSave: (step: Step) => void;
}
