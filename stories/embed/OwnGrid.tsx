import { Preview, useGeneration } from "image-generation-node";

/** Several images in a layout of the editor's own: each cell follows a run of its own. */
export function OwnGrid() {
  const { store, state } = useGeneration();
  return (
    <ol>
      {(state.variations ?? []).map((variation, index) => (
        <li key={index} aria-current={state.chosen === index}>
          <Preview.Root generation={store.getVariation(index)} aria-label={`Picture ${index + 1}`}>
            <Preview.Progress />
            <Preview.PartialImage />
            <Preview.Image />
            <Preview.Error>
              <Preview.Retry />
            </Preview.Error>
            <Preview.Cancel />
          </Preview.Root>
          <button type="button" disabled={!variation.generation} onClick={() => store.choose(index)}>
            Use picture {index + 1}
          </button>
        </li>
      ))}
    </ol>
  );
}
