// Has the slowest test files run first, so that the others fill what is left: also where no earlier run tells how long each takes.
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take much longer than their size says, the slowest first. */
const SLOWEST = [
  'fixtures.test.ts',
  'incremental.test.ts',
  'read-in-context.test.ts',
  'highlight-look.test.ts',
  'never-wrong.test.ts',
];

/** Vitest's own order, by earlier runs or by size, after the slowest files. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = SLOWEST.indexOf(basename(moduleId));
      return index < 0 ? SLOWEST.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
