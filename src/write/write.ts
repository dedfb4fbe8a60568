/** Where a writer's output goes; resolves when there is room for more. A chunk is taken before it resolves. */
export type Write = (chunk: string | Uint8Array) => Promise<void>;
