#!/usr/bin/env node
import { check } from "./check/check.js";
import { escapeControls } from "./escapeControls.js";
import { mockProvider } from "./mock-provider/mockProvider.js";
import { serve } from "./serve/serve.js";
import type { Shell } from "./Shell.js";
import { untilStopped } from "./untilStopped.js";
import { UsageError } from "./UsageError.js";

const HELP = `Usage: image-generation-node <command>

  check <url> [--header "Name: value"]… [--level L0|L1|L2] [--allow-spend] [--json]
        [--provider <url>] [--image-model <id>] [--prompt-model <id>]
        [--other-header "Name: value"]… [--no-credits-header "Name: value"]… [--expect-authentication]
        [--timeout <seconds>] [--request-timeout <seconds>]
      Reports which clauses of the execution contract a back end meets. Billable cases, which could generate an image,
      run only with --allow-spend. --provider is a mock-provider that the back end uses; --other-header adds the
      credentials of a second workspace, --no-credits-header those of one whose credits are exhausted. The whole run may
      take 900 seconds, and each request 90, unless --timeout and --request-timeout say otherwise. Exits with 1 where a
      clause is not met, and with 2 where the run stopped before its end, for example because nothing answers as the
      contract does.

  serve [--port <n>] [--dir <directory>] [--config <file>] [--references]
      Starts a back end on 127.0.0.1: the demo (no AI, no key), or the models of a configuration file. --references takes
      pictures in: uploads, and generations that begin with a picture, for the models that can.

  mock-provider [--port <n>]
      Starts a provider in OpenAI's format on 127.0.0.1. A marker in the prompt, such as [[429]], chooses the outcome.
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[], shell: Shell) => Promise<number>>> = {
  check,
  serve,
  "mock-provider": mockProvider,
};

const shell: Shell = { print: (text) => void process.stdout.write(text), untilStopped };

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (
    name === undefined ||
    name === "help" ||
    [name, ...args].some((word) => word === "--help" || word === "-h")
  ) {
    shell.print(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${HELP}`);
    return 2;
  }
  try {
    return await command(args, shell);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${escapeControls(error.message)}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
