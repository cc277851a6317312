import type { StreamEvent } from "../../contract/index.js";
import type { EventSink } from "./eventStreamResponse.js";

/** Log of a run's events, which gives every sink the whole of it. */
export interface EventLog {
  emit(event: StreamEvent): void;
  end(): void;
  /** Gives every event so far and then the later ones. Returns the function that unsubscribes. */
  subscribe(sink: EventSink): () => void;
}

/** Creates an empty log. */
export function createEventLog(): EventLog {
  const events: StreamEvent[] = [];
  const sinks = new Set<EventSink>();
  let hasEnded = false;
  return {
    emit(event) {
      events.push(event);
      for (const sink of sinks) sink.event(event);
    },
    end() {
      hasEnded = true;
      for (const sink of sinks) sink.end();
      sinks.clear();
    },
    subscribe(sink) {
      for (const event of events) sink.event(event);
      if (hasEnded) sink.end();
      else sinks.add(sink);
      return () => sinks.delete(sink);
    },
  };
}
