// Random edits of a page: how they are made up, and what they do there.
import fc from 'fast-check';
import './covered-texts.ts'; // for the function that it gives to the page

/** One edit. Nodes and texts are named by numbers, taken modulo what the page has at that moment. */
export interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly node: number;
  readonly other: number;
  readonly word: number;
}

const KINDS = [
  ...(['append-text', 'append-text', 'insert-element', 'insert-element', 'insert-element', 'insert-comment'] as const),
  ...(['remove', 'move', 'take-out', 'put-back', 'swap', 'copy', 'reverse', 'set-markup', 'replace-children'] as const),
  ...(['edit-text', 'edit-text', 'cut-text', 'set-text', 'split-text', 'normalize', 'wrap', 'unwrap'] as const),
  ...(['translate', 'set-attribute', 'set-attribute', 'drop-attribute', 'toggle-class', 'toggle-details'] as const),
  ...(['attach-shadow', 'set-slot', 'set-title', 'set-address', 'set-rule', 'rewrite', 'pause'] as const),
] as const;

/** Any edit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  node: fc.nat(1000),
  other: fc.nat(1000),
  word: fc.nat(1000),
});

/**
 * Makes the edits one after another, in one task up to each pause. Returns every text that a lit range covered right
 * after the page's changes had been told of. Runs in the page, with `addCoveredTexts`: names nothing outside.
 */
export async function makeEdits(edits: readonly Edit[]): Promise<string[]> {
  const words = [
    ...['SaaS', 'public ', 'cloud', ' computing', 'BAT', 'the BAT', ' Tencent and Baidu', ' tobacco', 'cigarettes'],
    ...['Saa', 'S', '公有', '云', '', ' ', ', ', 'x', '阿里云', '海', 'PaaS/', 'https://', '.com', 'plain words '],
  ];
  const names = [
    ...['p', 'div', 'span', 'b', 'a', 'i', 'li', 'br', 'code', 'ruby', 'rt', 'wbr', 'button', 'font'],
    ...['details', 'summary', 'section', 'h3', 'slot', 'x-element'],
  ];
  const attributes = [
    ...[['hidden', ''] as const, ['open', ''] as const, ['contenteditable', 'true'] as const],
    ...[['aria-hidden', 'true'] as const, ['data-termlight', 'off'] as const, ['class', 'hides-the-next'] as const],
    ...[
      'display: none',
      'display: inline-block',
      'display: block',
      'display: contents',
      'visibility: hidden',
      'text-transform: uppercase',
    ].map((style) => ['style', style] as const),
  ];
  const rules = ['p { display: none }', 'b { visibility: hidden }', '* { text-transform: uppercase }'];
  const classes = ['away', 'hides-the-next', 'unseen', 'box', 'run'];

  const allNodes = (root: Node): Node[] =>
    [...root.childNodes].flatMap((node) => {
      const shadow = node instanceof Element && node.shadowRoot ? allNodes(node.shadowRoot) : [];
      return [node, ...shadow, ...allNodes(node)];
    });
  const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
  const playground = document.getElementById('playground') as HTMLElement;
  const takenOut: Node[] = [];
  const covered = new Set<string>();

  const insert = (parent: Node, node: Node, at: number) =>
    parent.insertBefore(node, pick([...parent.childNodes, null], at) ?? null);
  const create = (name: number, text: number) => {
    const element = document.createElement(pick(names, name) as string);
    element.append(pick(words, text) as string);
    return element;
  };
  const surround = (text: Text, from: number, to: number) => {
    const range = document.createRange();
    range.setStart(text, Math.min(from % (text.length + 1), to % (text.length + 1)));
    range.setEnd(text, Math.max(from % (text.length + 1), to % (text.length + 1)));
    range.surroundContents(document.createElement('font'));
  };
  /** Browsers tell of changes in a microtask that is asked for at the first one: this one comes after it. */
  const pause = async () => {
    await null;
    for (const text of window.coveredTexts()) covered.add(text);
    await new Promise((resolve) => setTimeout(resolve));
  };

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
      if (kind === 'insert-element') insert(element, create(word, to), to);
      if (kind === 'insert-comment') insert(element, document.createComment('SaaS'), to);
      if (kind === 'remove') node?.parentNode?.removeChild(node);
      if (kind === 'move' && node) insert(target, node, word);
      if (kind === 'take-out' && node?.parentNode) takenOut.push(node.parentNode.removeChild(node));
      if (kind === 'put-back' && takenOut.length) insert(target, takenOut.pop() as Node, word);
      if (kind === 'swap' && node && target !== playground && !node.contains(target) && !target.contains(node)) {
        const place = document.createComment('');
        node.parentNode?.replaceChild(place, node);
        target.parentNode?.replaceChild(node, target);
        place.replaceWith(target);
      }
      if (kind === 'copy' && node) insert(target, node.cloneNode(true), word);
      if (kind === 'reverse') element.append(...[...element.childNodes].reverse());
      if (kind === 'set-markup') element.innerHTML = `<b>${string}</b>${pick(words, to)}<p>${pick(words, at)}</p>`;
      if (kind === 'replace-children') element.replaceChildren(string, pick(words, to) as string);
      if (kind === 'edit-text' && text) text.insertData(to % (text.length + 1), string);
      if (kind === 'cut-text' && text) text.deleteData(to % (text.length + 1), 1 + (word % 3));
      if (kind === 'set-text' && text) text.data = string;
      if (kind === 'split-text' && text) text.splitText(to % (text.length + 1));
      if (kind === 'normalize') element.normalize();
      if (kind === 'wrap' && node) {
        const wrapper = document.createElement(pick(names, word) as string);
        node.parentNode?.insertBefore(wrapper, node);
        wrapper.append(node);
      }
      if (kind === 'unwrap' && element !== playground) element.replaceWith(...element.childNodes);
      if (kind === 'translate' && text) surround(text, to, word);
      if (kind === 'set-attribute' && element !== playground) {
        const [name, value] = pick(attributes, word) as readonly [string, string];
        element.setAttribute(name, value);
      }
      if (kind === 'drop-attribute') element.removeAttribute(pick(attributes, word)?.[0] as string);
      if (kind === 'toggle-class') element.classList.toggle(pick(classes, word) as string);
      if (kind === 'toggle-details') element.closest('details')?.toggleAttribute('open');
      if (kind === 'attach-shadow')
        element.attachShadow({ mode: 'open' }).innerHTML = `<p>${string}</p><slot name="named"></slot>, <slot></slot>`;
      if (kind === 'set-slot') element.slot = pick(['named', ''], word) as string;
      if (kind === 'set-title') document.title = string;
      if (kind === 'set-address') history.replaceState(null, '', `?${encodeURIComponent(string)}`);
      if (kind === 'set-rule') {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(pick([...rules, ''], word) as string);
        document.adoptedStyleSheets = [sheet];
        element.dispatchEvent(new Event('change', { bubbles: true })); // rules make no record, what a reader does is noticed
      }
      // More changes than are read one by one.
      if (kind === 'rewrite' && text) for (let count = 0; count < 250; count++) text.data = string;
      if (kind === 'pause') await pause();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // a move into itself, a shadow root where there can be none
    }
  }
  await pause();
  return [...covered];
}
