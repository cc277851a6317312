import { VList } from "virtua";
import type { ReceivedRequest } from "../receiver/createReceiver.js";
import { ReceivedImage } from "./ReceivedImage.js";

/** Requests that the receiver got, newest first. */
export function ReceiverView({ requests }: { requests: readonly ReceivedRequest[] }) {
  if (requests.length === 0) {
    return (
      <p className="wf-quiet wf-padded">What actions and HTTP requests send arrives here, byte for byte.</p>
    );
  }
  return (
    <div className="wf-received" role="region" aria-label="Received requests">
      <VList data={[...requests].reverse()} style={{ height: "100%" }}>
        {(request) => <Received key={request.id} request={request} />}
      </VList>
    </div>
  );
}

function Received({
  request: { method, path, contentType, fields, files, json, at },
}: {
  request: ReceivedRequest;
}) {
  const words = Object.entries(fields);
  return (
    <article className="wf-request">
      {files[0] ? (
        <ReceivedImage href={files[0].href} name={files[0].name} />
      ) : (
        <span className="wf-request-blank">{"{ }"}</span>
      )}
      <div>
        <p dir="ltr">
          <b>{method}</b> <code>{decodeURIComponent(path)}</code> <small>{contentType}</small>
          <time dateTime={at}>{at.slice(11, 19)}</time>
        </p>
        {files.map((file) => (
          <p key={file.href} className="wf-quiet" dir="ltr">
            {file.name} · {Math.ceil(file.bytes / 1024).toLocaleString("en")} kB · sha256{" "}
            {file.sha256.slice(0, 10)}
          </p>
        ))}
        {words.map(([name, value]) => (
          <p key={name} className="wf-quiet" dir="auto">
            {name}: {value}
          </p>
        ))}
        {json !== undefined && <pre dir="ltr">{JSON.stringify(json, null, 1)}</pre>}
      </div>
    </article>
  );
}
