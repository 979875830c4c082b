// Random edits of a page: how they are made up, and what they do there.
import fc from 'fast-check';

/** One edit. Nodes and texts are named by numbers, taken modulo what the page has at that moment. */
export interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly node: number;
  readonly other: number;
  readonly word: number;
}

const KINDS = [
  ...(['append-text', 'append-text', 'insert-element', 'insert-element', 'insert-element', 'remove', 'move'] as const),
  ...(['edit-text', 'edit-text', 'split-text', 'normalize', 'wrap', 'unwrap', 'set-markup', 'set-attribute'] as const),
  ...(['drop-attribute', 'attach-shadow', 'set-title', 'replace-children'] as const),
] as const;

/** Any edit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  node: fc.nat(1000),
  other: fc.nat(1000),
  word: fc.nat(1000),
});

/** Makes the edits, one after another and in one task. Runs in the page: names nothing outside. */
export function makeEdits(edits: readonly Edit[]): void {
  const words = [
    ...['SaaS', 'public ', 'cloud', ' computing', 'BAT', ' Tencent and Baidu', ' tobacco', 'Saa', 'S', '公有', '云'],
    ...[' ', ', ', 'x', '阿里云', '海', 'PaaS/', 'https://', '.com', 'plain words '],
  ];
  const names = ['p', 'div', 'span', 'b', 'a', 'i', 'li', 'br', 'code', 'ruby', 'rt', 'button', 'details', 'section'];
  const attributes = [
    ['hidden', ''],
    ['style', 'display: none'],
    ['style', 'display: inline-block'],
    ['style', 'display: block'],
    ['contenteditable', 'true'],
    ['aria-hidden', 'true'],
    ['data-termlight', 'off'],
    ['open', ''],
    ['class', 'any'],
  ] as const;

  const allNodes = (root: Node): Node[] =>
    [...root.childNodes].flatMap((node) => {
      const shadow = node instanceof Element && node.shadowRoot ? allNodes(node.shadowRoot) : [];
      return [node, ...shadow, ...allNodes(node)];
    });
  const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
  const playground = document.getElementById('playground') as HTMLElement;

  for (const { kind, node: at, other: to, word } of edits) {
    const nodes = allNodes(playground);
    const elements = [playground, ...nodes.filter((node) => node instanceof HTMLElement)];
    const texts = nodes.filter((node) => node instanceof Text);
    const node = pick(nodes, at);
    const element = pick(elements, at) as HTMLElement;
    const text = pick(texts, at);
    const target = pick(elements, to) as HTMLElement;
    const string = pick(words, word) as string;
    try {
      if (kind === 'append-text') element.append(string);
      if (kind === 'insert-element') {
        const inserted = document.createElement(pick(names, word) as string);
        inserted.append(pick(words, to) as string);
        element.insertBefore(inserted, pick([...element.childNodes, null], to) ?? null);
      }
      if (kind === 'remove') node?.parentNode?.removeChild(node);
      if (kind === 'move' && node) target.insertBefore(node, pick([...target.childNodes, null], word) ?? null);
      if (kind === 'edit-text' && text) text.insertData(to % (text.length + 1), string);
      if (kind === 'split-text' && text) text.splitText(to % (text.length + 1));
      if (kind === 'normalize') element.normalize();
      if (kind === 'wrap' && node) {
        const wrapper = document.createElement(pick(names, word) as string);
        node.parentNode?.insertBefore(wrapper, node);
        wrapper.append(node);
      }
      if (kind === 'unwrap' && element !== playground) element.replaceWith(...element.childNodes);
      if (kind === 'set-markup') element.innerHTML = `<b>${string}</b>${pick(words, to)}<p>${pick(words, at)}</p>`;
      if (kind === 'set-attribute' && element !== playground)
        element.setAttribute(...(pick(attributes, word) as [string, string]));
      if (kind === 'drop-attribute') element.removeAttribute(pick(attributes, word)?.[0] as string);
      if (kind === 'attach-shadow') element.attachShadow({ mode: 'open' }).innerHTML = `<p>${string}</p><slot></slot>`;
      if (kind === 'set-title') document.title = string;
      if (kind === 'replace-children') element.replaceChildren(string, pick(words, to) as string);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // a move into itself, a shadow root where there can be none
    }
  }
}
