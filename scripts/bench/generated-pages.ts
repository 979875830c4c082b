// Pages for what real pages seldom have: great length, many occurrences, change in every frame, many frames.

const LARGE_LENGTH = 5_000_000; // characters
const MANY_OCCURRENCES = 20_000;
const CHANGING_PARAGRAPHS = 10_000;
const FRAMES = 21;

/** Ordinary sentences, with the elements that stand in running text. */
const SENTENCES = [
  'The harbour was quiet that morning, and the ferry waited for nobody in particular.',
  'Most of what we <a href="#">read about the weather</a> turns out to be about people.',
  'She wrote three letters, burnt two, and <em>kept the third</em> for another year.',
  'A long table stood under the trees; bread, cheese and a jug of water were on it.',
  'Nobody had counted the steps before, so <b>they counted them twice</b> to be sure.',
  '从前山上有一座小庙，庙里的人每天都要下山挑水，来回要走很久。',
  'It was not the price that troubled them but the silence after it had been named.',
  'The second train came late, the first one never; both were on the timetable.',
  'Old maps show a river here, and in spring the fields still remember where it ran.',
];
const TERM_SENTENCE = 'Their accounts moved to a public cloud, and SaaS took the place of the old machines.';
/** One sentence in so many names terms: where each is to be measured, and where length is. */
const TERM_EVERY = 10;
const TERM_SELDOM = 100;

/** A page of running text; `scale` 1 is 5 million characters. */
export function largePage(scale: number): string {
  const paragraphs: string[] = [];
  for (let written = 0, next = 0; written < LARGE_LENGTH * scale; next += 4) {
    const paragraph = `<p>${[0, 1, 2, 3].map((offset) => sentenceAt(next + offset, TERM_SELDOM)).join(' ')}</p>`;
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return toDocument(paragraphs.join('\n'));
}

/** A page whose every line is a term. */
export function manyOccurrencesPage(scale: number): string {
  return toDocument(repeat(MANY_OCCURRENCES * scale, () => '<li>one public cloud more</li>'));
}

/** A page of so many sentences, each of which names one of the terms, in turns. */
export function occurrencesPage(count: number, labels: readonly string[]): string {
  return toDocument(repeat(count, (index) => `<p>They spoke of ${labels[index % labels.length]} all day.</p>`));
}

/** A page with frames that hold nothing. */
export function manyFramesPage(): string {
  return toDocument(repeat(FRAMES, () => '<iframe srcdoc=""></iframe>'));
}

/** A page of 10,000 paragraphs that changes one text in every frame and counts how often, in `#counter`. */
export function changingPage(scale: number): string {
  return toDocument(`<p id="counter">0</p>${lines(CHANGING_PARAGRAPHS * scale)}${CHANGE_IN_EVERY_FRAME}`);
}

/** A page of as many paragraphs, each one sentence. */
export function linesPage(count: number): string {
  return toDocument(lines(count));
}

function lines(count: number): string {
  return repeat(count, (index) => `<p>${sentenceAt(index, TERM_EVERY)}</p>`);
}

function sentenceAt(index: number, termEvery: number): string {
  if (index % termEvery === termEvery - 1) return TERM_SENTENCE;
  return SENTENCES[(index * 7) % SENTENCES.length] as string;
}

function toDocument(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><body>${body}</body></html>`;
}

function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: Math.round(count) }, (_, index) => make(index)).join('\n');
}

const CHANGE_IN_EVERY_FRAME = `<script>
  const counter = document.getElementById('counter').firstChild;
  requestAnimationFrame(function change() {
    counter.data = String(Number(counter.data) + 1);
    requestAnimationFrame(change);
  });
</script>`;
