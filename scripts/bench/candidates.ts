// The extensions that are compared: Termlight as it is built for users, and baselines with the same manifest settings.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileForms } from '../../glossary/compile.ts';
import { buildExtension } from '../build.ts';
import { builtinGlossary } from '../builtin-glossary.ts';
import { PROJECT_DIR } from '../command-line.ts';

/** In the order in which each page is given to them. */
export const CANDIDATE_NAMES = ['empty', 'walk', 'termlight', 'mark.js'] as const;
export type CandidateName = (typeof CANDIDATE_NAMES)[number];

/** An unpacked extension to be measured. */
export interface Candidate {
  readonly name: CandidateName;
  readonly extensionDir: string;
}

/** Steps through the page's text nodes and does nothing with them. */
const WALK_SCRIPT = `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (walker.nextNode());
})();`;

/** Builds Termlight and writes the baselines into a folder. */
export function prepareCandidates(folder: string): Candidate[] {
  const termlightDir = join(folder, 'termlight');
  cpSync(buildExtension('chrome'), termlightDir, { recursive: true }); // the next build must not change what is measured
  const settings = readScriptSettings(termlightDir);
  const baseline = (name: CandidateName, ...scripts: readonly string[]): Candidate => {
    const extensionDir = join(folder, name);
    mkdirSync(extensionDir);
    const js = scripts.map((script, index) => {
      writeFileSync(join(extensionDir, `${index}.js`), script);
      return `${index}.js`;
    });
    const manifest = { manifest_version: 3, name, version: '1', content_scripts: [{ ...settings, js }] };
    writeFileSync(join(extensionDir, 'manifest.json'), JSON.stringify(manifest));
    return { name, extensionDir };
  };
  return [
    baseline('empty', ''),
    baseline('walk', WALK_SCRIPT),
    { name: 'termlight', extensionDir: termlightDir },
    baseline('mark.js', readFileSync(join(PROJECT_DIR, 'node_modules/mark.js/dist/mark.min.js'), 'utf8'), markScript()),
  ];
}

/** When and where Termlight's own content script runs. */
function readScriptSettings(extensionDir: string): object {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    content_scripts: [{ js: unknown; css: unknown }];
  };
  const { js: _js, css: _css, ...settings } = manifest.content_scripts[0];
  return settings;
}

/** mark.js searches the page once a form: with all forms of the glossary it would take an hour, so it gets the labels. */
function markScript(): string {
  const labels = compileForms(builtinGlossary())
    .filter(({ level }) => level !== 'everyday')
    .map(({ label }) => label);
  return `new Mark(document).mark(${JSON.stringify(labels)}, { separateWordSearch: false, accuracy: 'exactly' });`;
}
