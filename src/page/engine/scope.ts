/** What is used of the global scope of a worker. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, options?: { transfer: Transferable[] }): void;
}
