/** Subscribes to nothing, where `useSyncExternalStore` has no store or one that never changes. */
export function noSubscription(): () => void {
  return () => undefined;
}
