import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { listen } from "../../src/cli/listen.js";

const PART = Buffer.from(`10000\r\n${"x".repeat(0x10000)}\r\n`);

describe("listen, for a handler that answers before it has the whole body", async () => {
  const server = await listen(async (request) => {
    const reader = request.body?.getReader();
    await reader?.read();
    void reader?.cancel();
    return Response.json({ refused: true }, { status: 413 });
  });
  afterAll(() => server.close());

  it("takes the rest in, so that the answer is not lost with the connection", async () => {
    const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
    const errors: Error[] = [];
    let received = "";
    socket.on("error", (error) => errors.push(error));
    socket.on("data", (data) => (received += String(data)));
    socket.write("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n");
    socket.write(PART);
    await expect.poll(() => received).toContain('{"refused":true}');
    for (let part = 0; part < 16; part += 1) socket.write(PART);
    socket.write("0\r\n\r\n");
    await once(socket, "close");
    expect(errors).toEqual([]);
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toMatch(/\r\n0\r\n\r\n$/);
  });
});
