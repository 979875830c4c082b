// The pages that are loaded, from a folder or generated, on one server.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { CommandError, userPath } from '../command-line.ts';
import { closeServer, listen, portOf } from '../serve.ts';
import { largePage, manyFramesPage, manyOccurrencesPage } from './generated-pages.ts';

/** A page to be measured. */
export interface BenchPage {
  readonly name: string;
  /** A page of a folder: runs no scripts and loads nothing else, which would add another time at each load. */
  readonly isSaved: boolean;
  readonly html: () => string;
}

/** The HTML files of the user's folder, by name. One that is missing or holds none is a `CommandError`. */
export function savedPages(folder: string): BenchPage[] {
  const path = userPath(folder);
  const pages = listFolder(folder, path)
    .filter((name) => /\.x?html?$/i.test(name))
    .sort()
    .map((name) => ({ name, isSaved: true, html: () => readFileSync(join(path, name), 'utf8') }));
  if (!pages.length) throw new CommandError(`${folder}: expected HTML files, found none`);
  return pages;
}

function listFolder(folder: string, path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    throw new CommandError(`${folder}: no such folder`);
  }
}

/** The generated pages; `scale` makes them shorter (1: as they are meant). */
export function generatedPages(scale: number): BenchPage[] {
  return [
    generated('large', () => largePage(scale)),
    generated('many occurrences', () => manyOccurrencesPage(scale)),
    generated('21 empty frames', manyFramesPage),
  ];
}

/** A page that is made here. */
export function generated(name: string, html: () => string): BenchPage {
  return { name, isSaved: false, html };
}

/** A server of pages. */
export interface PageServer {
  urlOf(page: BenchPage): string;
  close(): Promise<void>;
}

const STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Serves pages on 127.0.0.1. */
export async function servePages(pages: readonly BenchPage[]): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))];
    if (!page) return void response.writeHead(404).end();
    const policy = page.isSaved && { 'content-security-policy': STILL };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...policy });
    response.end(page.html());
  });
  await listen(server);
  return {
    urlOf: (page) => `http://127.0.0.1:${portOf(server)}/${pages.indexOf(page)}`,
    close: () => closeServer(server),
  };
}

/** Serves one generated page while something is done. */
export async function withPage<T>(html: string, action: (url: string) => Promise<T>): Promise<T> {
  const page = generated('page', () => html);
  const server = await servePages([page]);
  try {
    return await action(server.urlOf(page));
  } finally {
    await server.close();
  }
}
