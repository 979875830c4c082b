// Catches every request that a browser makes to anything but this machine: none leaves, each is noted.
import { createServer } from 'node:http';
import { closeServer, listen, portOf } from './serve.ts';

/** What browsers ask their makers for by themselves, flags and preferences notwithstanding. */
const BROWSERS_OWN =
  /^(?:http:\/\/)?(?:(?:update|optimizationguide-pa|safebrowsing|content-autofill)\.googleapis\.com|(?:accounts|clients2|www)\.google\.com|(?:[\w-]+\.)+mozilla\.(?:com|net|org))(?:[:/]|$)/;

/** A browser that ends cuts its connections off. */
const ignore = () => undefined;

/** A proxy that refuses and remembers. */
export interface OutsideRequests {
  readonly port: number;
  /** `host:port` of a secure request, whole addresses of others, in the order they were made. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy that answers nothing; browsers pass it over for 127.0.0.1 and localhost by themselves. */
export async function catchOutsideRequests(): Promise<OutsideRequests> {
  const seen: string[] = [];
  const note = (address = '') => {
    if (!BROWSERS_OWN.test(address)) seen.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.on('error', ignore); // the server no longer listens for it
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await listen(server);
  return { port: portOf(server), seen, close: () => closeServer(server) };
}
