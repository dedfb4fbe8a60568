import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Files of some folders on a loopback port. */
export interface Site {
  url: string;
  close(): Promise<void>;
}

/** Serves the first folder that has the file. Inline scripts and styles of pages are allowed, other origins are not. */
export async function serveFolders(folders: readonly string[]): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    for (const folder of folders) {
      const content = await readFile(join(folder, path)).catch(() => null);
      if (content === null) continue;
      response.setHeader('content-type', `${types[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`);
      response.end(content);
      return;
    }
    response.statusCode = path === '/favicon.ico' ? 204 : 404;
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
