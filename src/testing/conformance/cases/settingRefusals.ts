import type { NamedSetting } from "../../../contract/index.js";
import type { ConformanceClient } from "../ConformanceClient.js";
import { NotApplicable } from "../ConformanceCase.js";
import { oneSetting, settableModel, settingOf } from "../settableModel.js";
import type { Refusal } from "./refusals.js";

const CLAUSE =
  "Saved configuration: a setting that the model does not take is refused before anything is spent, with its pointer";

/** Sort of settings, and the value that one of them must not take. */
interface Misfit {
  what: string;
  sort: string;
  fits: (setting: NamedSetting) => boolean;
  value: (setting: NamedSetting, client: ConformanceClient) => unknown;
}

const isNumber = ({ type }: NamedSetting) => type === "integer" || type === "number";

const misfits: readonly Misfit[] = [
  {
    what: "a setting's value of another type",
    sort: "at all",
    fits: () => true,
    value: ({ type, minimum = 1 }) => (type === "string" ? 1 : type === "boolean" ? "true" : String(minimum)),
  },
  {
    what: "a setting that is null",
    sort: "at all",
    fits: () => true,
    value: () => null,
  },
  {
    what: "a setting's value that is not offered",
    sort: "to choose from",
    fits: (setting) => setting.enum !== undefined,
    value: () => "conformance/no-such-value",
  },
  {
    what: "a setting below its minimum",
    sort: "with a minimum",
    fits: ({ minimum }) => minimum !== undefined,
    value: ({ minimum = 0, multipleOf = 1 }) => minimum - multipleOf,
  },
  {
    what: "a setting above its maximum",
    sort: "with a maximum",
    fits: ({ maximum }) => maximum !== undefined,
    value: ({ maximum = 0, multipleOf = 1 }) => maximum + multipleOf,
  },
  {
    what: "a fraction for an integer setting",
    sort: "that is an integer",
    fits: ({ type }) => type === "integer",
    value: ({ minimum = 0 }) => minimum + 0.5,
  },
  {
    what: "a setting between two of its steps",
    sort: "with steps",
    fits: (setting) => isNumber(setting) && setting.multipleOf !== undefined,
    value: ({ minimum = 0, multipleOf = 1 }) => (Math.ceil(minimum / multipleOf) + 0.5) * multipleOf,
  },
  {
    what: "a setting's text above its length",
    sort: "that is a text with a maxLength",
    fits: ({ type, enum: choices, maxLength }) => type === "string" && !choices && maxLength !== undefined,
    value: async ({ maxLength = 0 }, client) => {
      const { maxBodyBytes } = (await client.catalog()).limits;
      if (maxLength > maxBodyBytes / 8) throw new NotApplicable("No body can reach the text's maxLength.");
      return "x".repeat(maxLength + 1);
    },
  },
];

/** Setting that has to be refused. */
interface RefusedSetting {
  imageModel: string;
  name: string;
  value: unknown;
}

/** Settings that `POST /generations` and `POST /prompts` both refuse. */
export const settingRefusals: readonly Refusal[] = [
  ...misfits.map(({ what, sort, fits, value }) =>
    refuse(what, async (client) => {
      const { model, setting } = await settingOf(client, sort, fits);
      return { imageModel: model.id, name: setting.name, value: await value(setting, client) };
    }),
  ),
  ...[
    ["a setting that no model has", "conformance_no_such_setting"],
    ["a setting with the name __proto__", "__proto__"],
    ["a setting with the name constructor", "constructor"],
  ].map(([what = "", name = ""]) =>
    refuse(what, async (client) => {
      const { model } = await settableModel(client);
      return { imageModel: model.id, name, value: 1 };
    }),
  ),
  {
    what: "settings that are no object",
    clause: "Saved configuration: settings is an object of values by name",
    kinds: ["invalid_request"],
    drawable: true,
    needsSettings: true,
    pointer: "#/config/settings",
    async prepare(client) {
      const { model } = await settableModel(client);
      return { body: withSettings(client, model.id, ["high"]) };
    },
  },
];

function refuse(what: string, choose: (client: ConformanceClient) => Promise<RefusedSetting>): Refusal {
  return {
    what,
    clause: CLAUSE,
    kinds: ["invalid_request"],
    drawable: true,
    needsSettings: true,
    code: "setting_unsupported",
    async prepare(client) {
      const { imageModel, name, value } = await choose(client);
      const body = withSettings(client, imageModel, oneSetting(name, value));
      return { body, pointer: `#/config/settings/${name}` };
    },
  };
}

function withSettings(client: ConformanceClient, imageModel: string, settings: unknown): unknown {
  const request = client.request({ imageModel });
  return { ...request, config: { ...request.config, settings } };
}
