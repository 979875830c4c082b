// Reads the plain text of the interview that the built-in glossary quotes: who says what, under which heading, to which question.

/** The speaker of everything before the first heading, and the name of that part. */
export const EDITOR = 'TMTPost (editor)';
export const EDITOR_SECTION = 'Editor’s note';

const INTERVIEWER = 'TMTPost';
const LABEL = /^(TMTPost|Hu Xiaoming): */;
const LONGEST_HEADING = 80; // characters
const EDITORS_HEADING = /^Editor’s note:$/;

/** One paragraph, without the label that names its speaker. */
export interface InterviewParagraph {
  readonly text: string;
  /** `null`: nobody's speech (a heading, what surrounds the article). */
  readonly speaker: string | null;
  readonly section: string;
  /** The question that it answers, whole. */
  readonly question?: string;
}

export interface Interview {
  readonly paragraphs: readonly InterviewParagraph[];
  /** UTF-16 length of the article: headings and all speech, without what stands before the editor's note and after the end. */
  readonly length: number;
}

/**
 * Parses the article. Every line is a paragraph (headings and some paragraphs follow without an empty line); a
 * paragraph without a label goes on with the speaker before; headings have no mark of their own but their place.
 */
export function parseInterview(text: string): Interview {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isHeading = lines.map((line, index) => looksLikeHeading(line, lines[index + 1]));
  const paragraphs: InterviewParagraph[] = [];
  let length = 0;
  let state: State = { speaker: null, section: EDITOR_SECTION };
  for (const [index, line] of lines.entries()) {
    state = nextState(state, line, isHeading[index] ?? false);
    if (state.section !== EDITOR_SECTION || state.speaker) length += state.isOver ? 0 : line.length;
    paragraphs.push(toParagraph(line, state));
  }
  return { paragraphs, length };
}

interface State {
  readonly speaker: string | null;
  readonly section: string;
  readonly question?: string;
  readonly isOver?: boolean;
}

function nextState(state: State, line: string, isHeading: boolean): State {
  if (state.isOver) return state;
  if (isHeading) return { speaker: null, section: line };
  const label = LABEL.exec(line)?.[1];
  if (label === INTERVIEWER) return { speaker: label, section: state.section, question: withoutLabel(line) };
  if (label) return { ...state, speaker: label };
  if (EDITORS_HEADING.test(line)) return { speaker: EDITOR, section: EDITOR_SECTION };
  // The site's own lines follow the last answer; the first of them stands in brackets.
  if (state.section !== EDITOR_SECTION && line.startsWith('(')) return { speaker: null, section: '', isOver: true };
  return state;
}

function toParagraph(line: string, state: State): InterviewParagraph {
  const { section, question } = state;
  const isSpeech = !EDITORS_HEADING.test(line) && line !== section;
  const answers = question !== undefined && state.speaker !== INTERVIEWER;
  return {
    text: withoutLabel(line),
    speaker: isSpeech ? state.speaker : null,
    section,
    ...(answers && { question }),
  };
}

function withoutLabel(line: string): string {
  return line.replace(LABEL, '').trim();
}

/** A short line of nobody's, with no full stop, right before a question. */
function looksLikeHeading(line: string, next: string | undefined): boolean {
  return (
    !LABEL.test(line) &&
    line.length <= LONGEST_HEADING &&
    !/[.:…)]$/.test(line) &&
    LABEL.exec(next ?? '')?.[1] === INTERVIEWER
  );
}
