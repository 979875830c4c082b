// The server of pages gives the files of its folder and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FileServer, serveFolder } from '../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'termlight-serve-'));
let server: FileServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'pages', 'a page.html'), '<p>云');
  server = await serveFolder(join(folder, 'pages'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('serves a file with its type', async () => {
  const response = await fetch(server.urlOf('a page.html'));
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toBe('<p>云');
});

it.each(['missing.html', '', '..%2fsecret.txt', '%2e%2e/secret.txt', '%E4%A'])(
  'finds nothing at “%s”',
  async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(404);
  },
);
