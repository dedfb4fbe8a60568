import type { Writable } from '../../write/write.ts';

/** Smaller ones may stand in memory that others share. */
const fewestBytes = 64 << 10;

let nobody: MessagePort | undefined;

/**
 * Writes bytes that nobody else has, and gives back the memory they stand in, all of it. The collector of garbage would look through all
 * there is for every 64 MiB that threads hand over.
 */
export async function writeAndFree(output: Writable, bytes: Uint8Array): Promise<void> {
  await output.write(bytes);
  const { buffer } = bytes;
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < fewestBytes) return;
  if (nobody === undefined) {
    nobody = new MessageChannel().port1;
    nobody.close();
  }
  // What is moved to a closed port is gone.
  nobody.postMessage(null, [buffer]);
}
