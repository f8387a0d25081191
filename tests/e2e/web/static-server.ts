import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
/** Webviews and the extension host have origins of their own. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * Serves folders and made-up files on a free port of this machine.
 *
 * @param folders - Folders by the path they are served under.
 * @param made - Contents by path, given the host that was asked.
 */
export async function serve(
  folders: Readonly<Record<string, string>>,
  made: Readonly<Record<string, (host: string) => string>>,
): Promise<{ readonly host: string; close(): void }> {
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const content = made[pathname]?.(request.headers.host ?? '');
    if (content !== undefined) {
      const type = TYPES[extname(pathname)] ?? 'text/html';
      response.writeHead(200, { ...HEADERS, 'Content-Type': type }).end(content);
      return;
    }
    const file = fileOf(decodeURIComponent(pathname), folders);
    const stats = file ? await stat(file).catch(() => undefined) : undefined;
    if (!file || !stats?.isFile()) {
      response.writeHead(404, HEADERS).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': stats.size });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function fileOf(pathname: string, folders: Readonly<Record<string, string>>): string | undefined {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!pathname.startsWith(`${prefix}/`)) continue;
    const file = join(folder, normalize(pathname.slice(prefix.length)));
    return file.startsWith(resolve(folder) + sep) ? file : undefined;
  }
  return undefined;
}
