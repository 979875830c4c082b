// How much each kind of evidence counts: what `npm run -s learn` prints for the passages of tests/fixtures/senses/tuned.jsonl
// and of real documents, rounded, and moved a little towards silence.
import type { SenseWeights } from './senses.ts';

/** The weights that decide. */
export const SENSE_WEIGHTS: SenseWeights = {
  bias: { required: -0.4, against: 0.3 },
  weights: {
    ourNear: 1.4,
    otherNear: -1.8,
    ourPage: 0.8,
    otherPage: -1,
    topicNear: 0.7,
    expansionPage: 1,
    phrase: 1.5,
  },
};
