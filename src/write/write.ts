/** Where a writer's output goes; resolves when there is room for more. A chunk is taken before it resolves. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;

/** Something that is written to, such as a file. */
export interface Writable {
  write: Write;
}

/** Opens a file when something is written to it: few programs may hold hundreds of files open at once. */
export function openLater(open: () => Promise<Writable>): Write {
  let opened: Promise<Writable> | undefined;
  return async (chunk) => {
    opened ??= open();
    await (await opened).write(chunk);
  };
}
