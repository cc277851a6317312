/** One answer of a mock, with what it was asked. */
interface Answer {
  readonly asked: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers of a connection, which differ from run to run. */
const PASSING = /^(?:access-control-|connection$|content-length$|date$|keep-alive$)/;

/** Creates a `fetch` that keeps each answer, under its method, path, `Accept` and `Prefer`. */
export function recordAnswers(origin: string): { send: typeof fetch; answers: () => Answer[] } {
  const answers: Answer[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await fetch(request.clone());
    const { headers } = request;
    const path = request.url.slice(origin.length);
    const wishes = [headers.get("Accept"), headers.get("Prefer")].filter(Boolean).join(" | ");
    answers.push({
      asked: `${request.method} ${path} ${wishes}`,
      status: response.status,
      headers: Object.fromEntries([...response.headers].filter(([name]) => !PASSING.test(name))),
      body: await response.clone().text(),
    });
    return response;
  };
  return { send, answers: () => answers };
}
