import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The page on a port of this computer. */
export interface PageServer {
  url: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/**
 * Serves one page under one path, to this computer only. A request that names another host is refused: a web site could
 * otherwise reach the port under a name of its own. Errors are those of the system (`EADDRINUSE`).
 */
export async function servePage(html: string, port: number): Promise<PageServer> {
  const body = Buffer.from(html);
  const headers = listHeaders(html);
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    const status = findRefusal(request, own);
    response.writeHead(status, {
      ...headers,
      'content-length': status === 200 ? body.length : 0,
      ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    });
    response.end(status === 200 && request.method === 'GET' ? body : undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  return {
    url: `http://${loopback}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findRefusal({ method, url, headers }: IncomingMessage, port: number): number {
  if (headers.host !== `${loopback}:${port}` && headers.host !== `localhost:${port}`) return 403;
  if (url !== '/') return 404;
  return method === 'GET' || method === 'HEAD' ? 200 : 405;
}

/** The page's own policy, and what only headers can say. Isolated, so that its threads may share memory. */
function listHeaders(html: string): Record<string, string> {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "default-src 'none'";
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
