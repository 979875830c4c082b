// Exports the built-in glossary, or checks a glossary file: its shape, its content and, with the interview, its quotations.
import { checkGlossary } from '../glossary/check.ts';
import { quotedShare } from '../glossary/check-interview.ts';
import type { Fault } from '../glossary/faults.ts';
import { type Interview, parseInterview } from '../glossary/interview.ts';
import type { Glossary } from '../glossary/model.ts';
import { validateGlossary } from '../glossary/validate.ts';
import { builtinGlossary } from './builtin-glossary.ts';
import { CommandError, decodeText, readArguments, readUserFile, runCommand } from './command-line.ts';
import { findFormsInWrongScript } from './traditional-forms.ts';
import { uiText } from './ui-text.ts';

const USAGE = 'npm run -s glossary -- export | check [--interview FILE] [GLOSSARY.json]';

await runCommand((args) => {
  const { values, positionals } = readArguments(args, USAGE, { interview: { type: 'string' } });
  const [action, path] = positionals;
  if (action === 'export' && positionals.length === 1 && values.interview === undefined) return exportGlossary();
  if (action === 'check' && positionals.length <= 2) return checkFile(path, values.interview);
  throw new CommandError(`expected export or check; usage: ${USAGE}`);
});

function exportGlossary(): number {
  process.stdout.write(`${JSON.stringify(readBuiltin(), null, 2)}\n`);
  return 0;
}

/** Prints every error, or one line about what was checked. The exit code says which. */
function checkFile(path: string | undefined, interviewPath: string | undefined): number {
  const interview = interviewPath === undefined ? undefined : parseInterview(readText(interviewPath));
  const result = validateGlossary(path === undefined ? readBuiltin() : readJson(path));
  const errors = result.ok
    ? checkContent(result.glossary, interview, path === undefined)
    : result.faults.map(faultText);
  for (const error of errors) console.log(error);
  if (!result.ok || errors.length) return 1;
  console.log(summarize(result.glossary, interview));
  return 0;
}

/** The Chinese of the built-in glossary is checked too: a reader’s own may mix scripts as its reader likes. */
function checkContent(glossary: Glossary, interview: Interview | undefined, isBuiltin: boolean): string[] {
  return [...checkGlossary(glossary, interview), ...(isBuiltin ? findFormsInWrongScript(glossary.terms) : [])];
}

function faultText({ place, message, values }: Fault): string {
  return uiText('en', 'problemAt', place || 'glossary', uiText('en', message, ...values));
}

function readBuiltin(): Glossary {
  try {
    return builtinGlossary();
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path}: expected JSON (${error instanceof Error ? error.message : error})`);
  }
}

function readText(path: string): string {
  return decodeText(readUserFile(path), path);
}

function summarize(glossary: Glossary, interview: Interview | undefined): string {
  const quotations = glossary.terms.flatMap(({ senses }) => senses.flatMap((sense) => sense.quotations ?? []));
  const counts = `${glossary.terms.length} terms, ${quotations.length} quotations: no errors`;
  if (!interview) return counts;
  const percent = (quotedShare(interview, glossary.terms) * 100).toFixed(1);
  return `${counts}; every quotation stands in the interview, ${percent} % of which is quoted`;
}
