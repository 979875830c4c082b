// A sentence with lit terms, painted by the rules that pages are painted by.
import { useEffect, useRef } from 'preact/hooks';
import '../../components/highlight.css';
import { useText } from '../../components/text.tsx';
import { type HighlightLook, lookProperties } from '../shared/highlight-look.ts';

const LABELS = ['SaaS', 'PaaS'] as const;

/** How terms look on a page; where Chromium forces its own colours, they are not shown (see the highlighter). */
export function HighlightPreview({ look }: { look: HighlightLook }) {
  const { t } = useText();
  const paragraph = useRef<HTMLParagraphElement>(null);
  const sentence = t('highlightPreview', ...LABELS);
  useEffect(() => {
    const text = paragraph.current?.firstChild;
    if (!text || (!import.meta.env.FIREFOX && matchMedia('(forced-colors: active)').matches)) return;
    CSS.highlights.set('termlight', new Highlight(...LABELS.map((label) => rangeOf(text, sentence, label))));
  }, [sentence]);
  return (
    <p ref={paragraph} class="preview" style={lookProperties(look)}>
      {sentence}
    </p>
  );
}

function rangeOf(text: Node, sentence: string, label: string): StaticRange {
  const start = sentence.indexOf(label);
  return new StaticRange({
    startContainer: text,
    startOffset: start,
    endContainer: text,
    endOffset: start + label.length,
  });
}
