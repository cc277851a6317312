import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** Starts Prism on 127.0.0.1; it answers with the examples of a document. */
export async function startMock(
  program: string,
  document: string,
): Promise<{ origin: string; stop(): void }> {
  const port = await findPort();
  const child = spawn(
    process.execPath,
    [program, "mock", document, "--host", "127.0.0.1", "--port", String(port)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("Prism is listening")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`Prism ended with ${code}:\n${output}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
