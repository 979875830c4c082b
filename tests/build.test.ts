// What must hold of the built extension: its size, its languages, and that every permission has its reason written down.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../scripts/command-line.ts';

const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const LARGEST_CONTENT_SCRIPT = 32_000; // bytes, gzipped: every page pays for it

function readBuilt(build: string, path: string): Buffer {
  const file = join(PROJECT_DIR, '.output', build, path);
  if (!existsSync(file)) throw new Error(`.output/${build} is not built: npm run build && npm run build:firefox`);
  return readFileSync(file);
}

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly web_accessible_resources?: readonly unknown[];
}

function readManifest(build: string): Manifest {
  return JSON.parse(readBuilt(build, 'manifest.json').toString()) as Manifest;
}

describe.each(BUILDS)('%s', (build) => {
  it('has a content script of at most 32 kB, gzipped, with its styles', () => {
    const script = readBuilt(build, 'content-scripts/content.js');
    const styles = readBuilt(build, 'content-scripts/content.css');
    expect(gzipSync(script).length + gzipSync(styles).length).toBeLessThanOrEqual(LARGEST_CONTENT_SCRIPT);
  });

  it('has highlight rules for the root alone in Chromium, which hands them down, and for every element in Firefox', () => {
    const styles = readBuilt(build, 'content-scripts/content.css').toString();
    const subjects = [...styles.matchAll(/([^\s{},]*)::highlight\(/g)].map(([, subject]) => subject);
    expect(new Set(subjects)).toEqual(new Set([build === 'firefox-mv3' ? '' : ':root']));
  });

  it('asks for no permission whose reason is not written down', () => {
    const manifest = readManifest(build);
    const asked = [
      ...(manifest.permissions ?? []),
      ...(manifest.optional_permissions ?? []),
      ...(manifest.host_permissions ?? []),
      ...(manifest.optional_host_permissions ?? []),
    ];
    const headings = readFileSync(join(PROJECT_DIR, 'docs/permissions.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'));
    expect(asked.filter((name) => !headings.some((heading) => heading.includes(`\`${name}\``)))).toEqual([]);
  });

  it('holds no file that a page could probe', () => {
    expect(readManifest(build).web_accessible_resources ?? []).toEqual([]);
  });
});

describe('the languages of the interface', () => {
  const folder = join(PROJECT_DIR, 'public/_locales');
  const keysOf = (language: string) =>
    Object.keys(JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as object).sort();

  it('are English and Chinese', () => {
    expect(readdirSync(folder).sort()).toEqual(['en', 'zh_CN']);
  });

  it('have the same messages', () => {
    expect(keysOf('zh_CN')).toEqual(keysOf('en'));
  });
});
