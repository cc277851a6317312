import { callQuietly } from "../hooks/callQuietly.js";
import type { UsageItem } from "../../contract/index.js";
import type { Meters } from "./Meters.js";
import type { TelemetryMeter, TelemetryOptions, TelemetryValue } from "./TelemetryOptions.js";
import { chargedText } from "./TraceSpan.js";
import type { SpanAttributes } from "./TraceSpan.js";

/** Seconds that calls and waits are sorted by: OpenTelemetry's own for models reach 82 s, a generation takes 60. */
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 45, 60, 90, 120, 300];

/** Makes the metrics; without a meter, ones that record nothing. No attribute is an id of a run, a request or a person. */
export function createMeters({ meter, scopes = false }: TelemetryOptions): Meters {
  if (!meter) return NO_METERS;
  const of = (scope: string) => (scopes ? { "image_node.scope": scope } : {});
  const instruments = createInstruments(meter);
  const { generations, cost, calls, steps, waits, lost, resumed, reserved, settled } = instruments;
  return {
    ended: ({ scope, status, kind, imageModel, charged }) =>
      callQuietly(() =>
        generations.add(1, {
          "image_node.outcome": status,
          ...(kind === undefined ? {} : { "error.type": kind }),
          "image_node.charged": chargedText(charged),
          "gen_ai.request.model": imageModel,
          ...of(scope),
        }),
      ),
    spent: (scope, items) =>
      callQuietly(() => {
        for (const { amount, currency, model } of costsIn(items)) {
          cost.add(
            amount,
            present({ "image_node.currency": currency, "gen_ai.request.model": model, ...of(scope) }),
          );
        }
      }),
    called: (seconds, attributes) => callQuietly(() => calls.record(seconds, present(attributes))),
    stepped: (step, seconds, failure) =>
      callQuietly(() => steps.record(seconds, present({ "image_node.step": step, "error.type": failure }))),
    waited: (seconds, imageModel) =>
      callQuietly(() => waits.record(seconds, { "gen_ai.request.model": imageModel })),
    lost: (scope, imageModel) =>
      callQuietly(() => lost.add(1, { "gen_ai.request.model": imageModel, ...of(scope) })),
    resumed: (scope, imageModel) =>
      callQuietly(() => resumed.add(1, { "gen_ai.request.model": imageModel, ...of(scope) })),
    reserved: (scope) => callQuietly(() => reserved.add(1, of(scope))),
    settled: (scope) => callQuietly(() => settled.add(1, of(scope))),
  };
}

function createInstruments(meter: TelemetryMeter) {
  const advice = { explicitBucketBoundaries: SECONDS };
  const count = (name: string, description: string, unit: string) =>
    made(() => meter.createCounter(name, { description, unit })) ?? { add: nothing };
  const seconds = (name: string, description: string) =>
    made(() => meter.createHistogram(name, { description, unit: "s", advice })) ?? { record: nothing };
  return {
    generations: count("image_node.generations", "Generations that ended.", "{generation}"),
    cost: count("image_node.cost", "Cost of what was used, by the prices of the models.", "{currency}"),
    lost: count("image_node.pictures.lost", "Pictures that may have been paid and are lost.", "{picture}"),
    resumed: count("image_node.runs.resumed", "Runs that went on after their process had died.", "{run}"),
    reserved: count(
      "image_node.reservations.made",
      "Reservations of spending that were made.",
      "{reservation}",
    ),
    settled: count(
      "image_node.reservations.settled",
      "Reservations of spending that were settled.",
      "{reservation}",
    ),
    calls: seconds("gen_ai.client.operation.duration", "Time of a call of a model."),
    steps: seconds("image_node.step.duration", "Time of converting and of storing a picture."),
    waits: seconds("image_node.queue.duration", "Time from the claim of a run to its start."),
  };
}

/** Amounts of lines of a usage, where they name one. */
function costsIn(items: readonly UsageItem[]) {
  return items.flatMap(({ amount, currency, model }) => {
    const value = Number(amount ?? Number.NaN);
    return currency && Number.isFinite(value) && value > 0 ? [{ amount: value, currency, model }] : [];
  });
}

function present(attributes: SpanAttributes): Record<string, TelemetryValue> {
  const pairs = Object.entries(attributes).filter((pair) => pair[1] !== undefined);
  return Object.fromEntries(pairs) as Record<string, TelemetryValue>;
}

/** Makes an instrument, unless the host's meter fails to. */
function made<Instrument>(create: () => Instrument): Instrument | undefined {
  let instrument: Instrument | undefined;
  callQuietly(() => {
    instrument = create();
  });
  return instrument;
}

const nothing = () => undefined;

const NO_METERS: Meters = {
  ended: nothing,
  spent: nothing,
  called: nothing,
  stepped: nothing,
  waited: nothing,
  lost: nothing,
  resumed: nothing,
  reserved: nothing,
  settled: nothing,
};
