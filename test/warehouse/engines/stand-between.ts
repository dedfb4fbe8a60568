import { type AddressInfo, connect, createServer } from 'node:net';

/**
 * Stands between a client and the server at `url`, and sees what the client asks.
 *
 *   client ── bytes ──▶ ( marker in them? meanwhile ) ──▶ server
 *          ◀──────────────────────────────────────────
 *
 * @param marker text of one query; nothing here is encrypted
 * @param meanwhile is done before that query is passed on, once; `cut` ends both connections
 */
export async function standBetween(
  url: string,
  marker: string,
  meanwhile: (cut: () => void) => void | Promise<void>,
): Promise<{ url: string; stop(): void }> {
  const target = Number(new URL(url).port);
  let isDone = false;
  const between = createServer((client) => {
    const server = connect(target, '127.0.0.1');
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const end of [client, server]) end.on('error', cut).on('close', cut);
    server.on('data', (bytes) => client.write(bytes));
    client.on('data', async (bytes) => {
      if (!isDone && bytes.includes(marker)) {
        isDone = true;
        await meanwhile(cut);
      }
      if (!server.destroyed) server.write(bytes);
    });
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const { port } = between.address() as AddressInfo;
  return { url: url.replace(`:${target}`, `:${port}`), stop: () => void between.close() };
}
