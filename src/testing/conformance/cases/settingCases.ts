import {
  SETTING_TYPES,
  findSettingFault,
  generationStatusSchema,
  generationSchema,
  isSettingName,
  readModelSettings,
} from "../../../contract/index.js";
import type { Setting } from "../../../contract/index.js";
import { CLIENT_ACCEPT } from "../ConformanceClient.js";
import type { ConformanceClient, Sample } from "../ConformanceClient.js";
import { NotApplicable } from "../ConformanceCase.js";
import type { ConformanceCase } from "../ConformanceCase.js";
import { defineCase } from "../defineCase.js";
import type { CaseDefinition } from "../defineCase.js";
import { expectEqual, expectProblem, expectSchema, expectStatus, expectThat } from "../expectThat.js";
import { readEvents } from "../readEvents.js";
import { chooseValue, oneSetting, settableModel, settableModels } from "../settableModel.js";

const CATALOG = "Operations, GET /catalog";
const ANSWER = "Operations, answer 200";
const CONFIG = "Saved configuration";

const settingCase = (definition: CaseDefinition) =>
  defineCase({ ...definition, needs: ["image_model", "settings", ...(definition.needs ?? [])] });
const billableCase = (definition: CaseDefinition) => settingCase({ billable: true, ...definition });

/** Generates with one setting, and with a seed where the model takes one; shared by all cases. */
const sample = (client: ConformanceClient): Promise<Sample> =>
  client.once("settings", async () => {
    const { model, settings } = await settableModel(client);
    const [first, ...rest] = settings.filter((setting) => chooseValue(setting) !== null);
    if (!first) throw new NotApplicable("The image model has no setting with a value to choose.");
    const chosen = [first, ...rest.filter(({ name }) => name === "seed")];
    return client.succeed(
      client.request({
        imageModel: model.id,
        settings: Object.fromEntries(chosen.map((setting) => [setting.name, chooseValue(setting)])),
      }),
    );
  });

const sentOf = ({ request }: Sample): Record<string, unknown> => request.config.settings ?? {};

/** Cases of the settings that a catalog offers; none of them generates. */
const catalogSettingCases: readonly ConformanceCase[] = [
  settingCase({
    name: "the settings of the catalog are well formed",
    clause: `${CATALOG}: settings: {properties: {name: Setting}, order?}, a closed subset of JSON Schema`,
    async run(client) {
      for (const { id, settings } of (await client.catalog()).imageModels) {
        const { properties = {}, order = [] } = settings ?? {};
        for (const [name, setting] of Object.entries(properties)) {
          expectThat(isSettingName(name), `a name of letters, digits and underscores in ${id}`, name);
          // A kind that this version does not know is passed over by its readers.
          if (!SETTING_TYPES.some((type) => type === (Object(setting) as { type?: unknown }).type)) continue;
          const isRead = readModelSettings({ settings }).some((each) => each.name === name);
          const fault = findShapeFault(setting as Setting) ?? (isRead ? null : "members of their own kinds");
          expectThat(fault === null, `${id}'s setting ${name} to have ${fault}`, setting);
        }
        const lost = order.filter((name) => !Object.hasOwn(properties, name));
        expectEqual(lost, [], `names that ${id} orders and does not describe`);
        expectEqual(new Set(order).size, order.length, `the number of names that ${id} orders`);
      }
    },
  }),
  settingCase({
    name: "the defaults of the catalog's settings fit them",
    clause: `${CATALOG}: settings: default is a value that the setting takes`,
    async run(client) {
      for (const { id, settings } of (await client.catalog()).imageModels) {
        for (const { name } of readModelSettings({ settings })) {
          const setting = settings?.properties[name] as Setting;
          if (setting.default === undefined) continue;
          const fault = findSettingFault(setting, setting.default);
          expectThat(fault === null, `a default that ${id}'s setting ${name} takes`, setting);
        }
      }
    },
  }),
  defineCase({
    name: "the prices of the catalog name settings that are offered, and values that they take",
    clause: `${CATALOG}: price: a list of {when: {name: value}, min, max, currency}; the first whose when fits counts`,
    needs: ["image_model"],
    async run(client) {
      const lists = (await client.catalog()).imageModels.filter(({ price }) => Array.isArray(price));
      if (lists.length === 0) throw new NotApplicable("No model of the catalog has a list of prices.");
      for (const model of lists) {
        const prices = Array.isArray(model.price) ? model.price : [];
        const known = readModelSettings(model);
        expectThat(prices.length > 0, `a price in ${model.id}'s list`, prices);
        for (const price of prices) {
          expectThat(Number(price.min) <= Number(price.max), "min at most max", price);
          for (const [name, value] of Object.entries(price.when ?? {})) {
            const setting = known.find((each) => each.name === name);
            const fits = setting !== undefined && findSettingFault(setting, value) === null;
            expectThat(fits, `${model.id} to have the setting ${name} and the value`, price.when);
          }
        }
      }
    },
  }),
];

/** Cases of the answer to settings that the model takes. */
const usedSettingCases: readonly ConformanceCase[] = [
  billableCase({
    name: "settings in the answer hold what was sent",
    clause: `${ANSWER}: settings: what was really used`,
    async run(client) {
      const made = await sample(client);
      for (const [name, value] of Object.entries(sentOf(made)))
        expectEqual(made.generation.settings?.[name], value, `settings.${name}`);
    },
  }),
  billableCase({
    name: "settings in the answer hold the defaults of those that were left out",
    clause: `${ANSWER}: settings: what was really used, defaults included`,
    async run(client) {
      const { settings } = await settableModel(client);
      const made = await sample(client);
      const left = settings.filter(
        (setting) => setting.default !== undefined && !Object.hasOwn(sentOf(made), setting.name),
      );
      if (left.length === 0) throw new NotApplicable("No setting that was left out has a default.");
      for (const { name, default: usual } of left)
        expectEqual(made.generation.settings?.[name], usual, `settings.${name}`);
    },
  }),
  billableCase({
    name: "settings stand beside output, never in it",
    clause: `${ANSWER}: output is exactly the node's documented output; all else stands beside it`,
    async run(client) {
      const made = await sample(client);
      const members = ["settings", ...Object.keys(sentOf(made))];
      const { output } = made.generation;
      const inside = members.filter((name) => name in output || name in output._metadata);
      expectEqual(inside, [], "settings in output");
    },
  }),
  billableCase({
    name: "a replay has the settings of the first answer",
    clause: "Runs, time and money: Key: a finished answer is replayed",
    async run(client) {
      const { key, request, generation } = await sample(client);
      const response = await client.generate(request, { key });
      expectStatus(response, 200);
      const again = expectSchema(generationSchema, response.json, "the replayed generation");
      expectThat(again.settings !== undefined, "settings in the replay", again);
      expectEqual(inOrder(again), inOrder(generation), "the replayed settings");
    },
  }),
  billableCase({
    name: "other settings under a key are idempotency_mismatch",
    clause: "Runs, time and money: Key: another body under a key: idempotency_mismatch",
    async run(client) {
      const { key, request } = await sample(client);
      const { settings: _settings, ...config } = request.config;
      expectProblem(await client.generate({ ...request, config }, { key }), "idempotency_mismatch");
    },
  }),
  billableCase({
    name: "a setting that only another model has is not used, and a warning says so",
    clause: `${CONFIG}: a setting that the chosen model does not have is kept and not used: setting_unused`,
    async run(client) {
      const { model, name, value } = await foreignSetting(client);
      const { generation } = await client.succeed(
        client.request({ imageModel: model, settings: oneSetting(name, value) }),
      );
      expectThat(!Object.hasOwn(generation.settings ?? {}, name), `no settings.${name}`, generation.settings);
      const isSaid = generation.warnings?.some(
        ({ code, params }) => code === "setting_unused" && params?.setting === name,
      );
      expectThat(isSaid === true, `the warning setting_unused of ${name}`, generation.warnings);
    },
  }),
  billableCase({
    name: "a setting that was refused was not charged",
    clause: "Errors: charged speaks of the image; a refused setting comes before anything is spent",
    async run(client) {
      const { model } = await settableModel(client);
      const settings = oneSetting("conformance_no_such_setting", 1);
      const response = await client.generate(client.request({ imageModel: model.id, settings }));
      const { charged } = expectProblem(response, "invalid_request");
      expectThat(charged !== true && charged !== null, "charged to be false or absent", charged);
    },
  }),
  billableCase({
    name: "a setting that was refused reaches no model",
    clause: `${CONFIG}: a setting that the model does not take is refused before anything is spent`,
    needs: ["provider"],
    async run(client) {
      const { model } = await settableModel(client);
      const nonce = client.nonce();
      const settings = oneSetting("conformance_no_such_setting", 1);
      const prompt = { template: `A circle ${nonce}` };
      const response = await client.generate(client.request({ imageModel: model.id, prompt, settings }));
      expectProblem(response, "invalid_request");
      expectEqual((await client.calls(nonce)).image.length, 0, "the number of image calls");
    },
  }),
  billableCase({
    name: "the result event of a stream has the settings",
    clause: `${ANSWER}: settings; the result event is the answer`,
    level: "L1",
    needs: ["stream"],
    async run(client) {
      const { key, request, generation } = await sample(client);
      const response = await client.generate(request, { key, accept: CLIENT_ACCEPT });
      expectStatus(response, 200);
      const result = readEvents(response.text).events.find(({ event }) => event === "result");
      const again = expectSchema(generationSchema, JSON.parse(result?.data ?? "null"), "the result event");
      expectThat(again.settings !== undefined, "settings in the result event", again);
      expectEqual(inOrder(again), inOrder(generation), "the settings of the result event");
    },
  }),
  billableCase({
    name: "the state of a run shows the settings",
    clause: "Operations, GET /generations/{id}: plus the result when ended",
    level: "L2",
    needs: ["runs"],
    async run(client) {
      const { generation } = await sample(client);
      const response = await client.get("generations", generation.id);
      expectStatus(response, 200);
      const state = expectSchema(generationStatusSchema, response.json, "the run's state");
      expectThat(state.settings !== undefined, "settings in the run's state", state);
      expectEqual(inOrder(state), inOrder(generation), "the settings of the run's state");
    },
  }),
];

/** Cases of model settings: what the catalog offers, what is used, what is answered. */
export const settingCases: readonly ConformanceCase[] = [...catalogSettingCases, ...usedSettingCases];

/** Settings in the order of their names: objects that a store keeps have any. */
function inOrder({ settings = {} }: { settings?: Readonly<Record<string, unknown>> | undefined }) {
  return Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Says what a setting must have and lacks; `null` where nothing. */
function findShapeFault({
  type,
  enum: choices,
  minimum,
  maximum,
  multipleOf,
  maxLength,
}: Setting): string | null {
  if (choices && (type !== "string" || choices.length === 0)) return "an enum with values, of a string";
  if (choices && new Set(choices).size < choices.length) return "each value once";
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    return "a minimum that is not above its maximum";
  if (multipleOf !== undefined && multipleOf <= 0) return "a multipleOf above 0";
  if (maxLength !== undefined && maxLength < 1) return "a maxLength above 0";
  return null;
}

/** Finds a model, and a setting that it lacks and another has. */
async function foreignSetting(client: ConformanceClient) {
  const { imageModels } = await client.catalog();
  const owners = await settableModels(client);
  const tested = await settableModel(client);
  const others = imageModels.filter(
    ({ id }) => id !== tested.model.id && client.context.imageModel === undefined,
  );
  for (const model of [tested.model, ...others]) {
    const own = readModelSettings(model).map(({ name }) => name);
    for (const { settings } of owners) {
      const setting = settings.find(({ name }) => !own.includes(name));
      const value = setting && chooseValue(setting);
      if (setting && value !== null) return { model: model.id, name: setting.name, value };
    }
  }
  throw new NotApplicable("No model lacks a setting that another has.");
}
