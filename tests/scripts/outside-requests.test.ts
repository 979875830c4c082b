// The proxy that tests run behind: it notes what a browser asks for, and outlives a browser that goes away at once.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { catchOutsideRequests, type OutsideRequests } from '../../scripts/outside-requests.ts';

const SECURE_REQUEST = 'CONNECT site.example:443 HTTP/1.1\r\nHost: site.example:443\r\n\r\n';

let proxy: OutsideRequests | undefined;

afterEach(() => proxy?.close());

async function ask(request: string): Promise<Socket> {
  const socket = connect((proxy as OutsideRequests).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  return socket;
}

it('refuses and notes secure requests and others', async () => {
  proxy = await catchOutsideRequests();
  const secure = await ask(SECURE_REQUEST);
  expect(String((await once(secure, 'data'))[0])).toMatch(/^HTTP\/1\.1 502 /);
  const plain = await ask('GET http://site.example/a HTTP/1.1\r\nHost: site.example\r\n\r\n');
  expect(String((await once(plain, 'data'))[0])).toMatch(/^HTTP\/1\.1 502 /);
  expect(proxy.seen).toEqual(['site.example:443', 'http://site.example/a']);
});

it('goes on when a browser cuts a connection off', async () => {
  proxy = await catchOutsideRequests();
  const cut = await ask(SECURE_REQUEST);
  await once(cut, 'data');
  cut.resetAndDestroy();
  const next = await ask(SECURE_REQUEST);
  await once(next, 'data');
  expect(proxy.seen).toHaveLength(2);
});
