import { faultWords, withWords } from "../../messages/index.js";
import { tellFaults } from "./tellFaults.js";
import type { FaultPlaces } from "./tellFaults.js";

/** Says that nothing is there which could run. */
export function tellMissingRun(places: FaultPlaces): void {
  if (typeof process !== "undefined" && process.env.NODE_ENV !== "production") {
    console.warn(
      "<ConfigForm.Generate> has nothing to run. Wrap the form in <ImageNodeProvider> and <ImageNodeScope>, or give " +
        "<ConfigForm.Root> an onGenerate.",
    );
  }
  tellFaults(places, [withWords(places.t, faultWords)("configForm.notConnected")]);
}
