import { listen } from "../../../src/cli/listen.js";

/** Settlement as the host was told of it. */
export interface SeenSettlement {
  readonly id: string;
  readonly token: string | null;
  readonly charged: boolean | null;
}

/** Account of a host, in a process that outlives all others. */
export interface Account {
  readonly url: string;
  /** Ids of runs by the token that they were given. */
  readonly reservations: ReadonlyMap<string, string>;
  readonly settlements: readonly SeenSettlement[];
  stop(): Promise<void>;
}

/** Starts an account that reserves whatever it is asked for, and takes down what it is told. */
export async function startAccount(): Promise<Account> {
  const reservations = new Map<string, string>();
  const settlements: SeenSettlement[] = [];
  const server = await listen(async (request) => {
    const told = (await request.json()) as SeenSettlement;
    if (new URL(request.url).pathname === "/settle") {
      settlements.push(told);
      return Response.json({});
    }
    const token = `token-${reservations.size + 1}`;
    reservations.set(token, told.id);
    return Response.json({ ok: true, token });
  });
  return { url: server.origin, reservations, settlements, stop: () => server.close() };
}
