// Serves a folder on 127.0.0.1, so that pages have an origin like any site's.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xhtml': 'application/xhtml+xml',
};

/** A server of one folder's files. */
export interface FileServer {
  /** `http://127.0.0.1:PORT/`, with the slash. */
  readonly origin: string;
  /** The address of a file; `path` is relative to the folder, with forward slashes. */
  urlOf(path: string): string;
  close(): Promise<void>;
}

/** Serves the files of a folder on a free port until it is closed. Nothing outside the folder is reachable. */
export async function serveFolder(folder: string): Promise<FileServer> {
  const server = createServer((request, response) => void answer(folder, request, response));
  await listen(server);
  const origin = `http://127.0.0.1:${portOf(server)}/`;
  return {
    origin,
    urlOf: (path) => origin + path.split('/').map(encodeURIComponent).join('/'),
    close: () => closeServer(server),
  };
}

/** Starts a server on a free port of 127.0.0.1. */
export function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

/** The port of a server that listens. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Ends a server at once, with the connections that it keeps open. */
export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = findFile(folder, request.url ?? '/');
  const found = file !== null && (await stat(file).catch(() => null))?.isFile();
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found');
    return;
  }
  const type = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  createReadStream(file).pipe(response);
}

function findFile(folder: string, url: string): string | null {
  const root = normalize(folder + sep);
  try {
    const file = join(root, decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname));
    return file.startsWith(root) ? file : null;
  } catch {
    return null;
  }
}
