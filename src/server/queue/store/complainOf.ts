/** Creates what says the errors of a part on the console, where the host does not listen to them. */
export function complainOf(part: string): (error: Error) => void {
  return (error) => console.error(`image-generation-node: the ${part}:`, error);
}
