/**
 * Names under which other nodes and request bodies keep what this node has. Each is read as `holder.name`, folded by
 * `foldName`; the holder of a member at the root is empty.
 */
export const FOREIGN_NAMES = {
  prompt: /\.(?:positive|text)?prompt(?:text)?$|(?:parts|prompts|params|inputs?)\.(?:text|value)$/,
  input: /\.input$/,
  template: /.\.template$/,
  instructions: /.\.instructions$/,
  mode: /\.(?:prompt)?mode$/,
  imageModel: /\.(?:image)?model(?:id|name)?$|llm\.id$|\.(?:sdmodelcheckpoint|ckptname|version)$/,
  promptModel: /\.prompt(?:generation)?model$/,
  aspectRatio: /\.(?:aspect)?ratio$/,
  size: /\.(?:(?:image)?size|dimensions|resolution)$/,
  width: /\.width$/,
  height: /\.height$/,
  style: /\.style(?:preset)?$/,
  count: /\.(?:n|niter|num(?:ber)?(?:of)?(?:images|outputs|results)|samplecount|batchsize)$/,
} as const;

/** Names of what stands for a setting that models share, by the name of the setting. */
export const FOREIGN_SETTINGS = {
  quality: /\.(?:dalle|image)?quality$/,
  seed: /\.(?:noise|random)?seed(?:id)?$/,
  negative_prompt: /\.negative(?:prompt|text)$/,
  steps: /\.(?:num)?(?:inference|sampling)?steps$/,
  guidance: /\.(?:guidance|cfg)(?:scale)?$/,
  background: /\.background$/,
  resolution: /\.(?:resolution|(?:sample)?imagesize)$/,
} as const;

/** Folded names of the members that hold the members of a node. */
export const HOLDER =
  /param|option|input|config|content|setting|block|field|prompts|instances|request|body|^(?:data|node|props|parts|llm|mapper)$/;
