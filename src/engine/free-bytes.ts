let nobody: MessagePort | undefined;

/**
 * Gives back the memory of bytes that a thread has handed over, once nobody needs them: they are empty then. The collector of garbage
 * would look through all there is for every 64 MiB of them.
 */
export function freeBytes({ buffer }: Uint8Array): void {
  if (nobody === undefined) {
    nobody = new MessageChannel().port1;
    nobody.close();
  }
  // What is moved to a closed port is gone.
  if (buffer instanceof ArrayBuffer) nobody.postMessage(null, [buffer]);
}
