// The words of the user interface: plurals, lists, and that both languages have them all.
import { describe, expect, it } from 'vitest';
import { createText, type MessageKey } from '../../components/text.tsx';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Messages = Record<string, { message: string }>;

/** Texts as the browser would serve them. */
function textOf(messages: Messages, language: string) {
  const getMessage = (key: MessageKey, substitutions: string[]) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, index) => substitutions[index - 1] ?? '');
  return createText({ getMessage, languages: [language] });
}

describe('the words of the user interface', () => {
  it('come in the plural form of their language', () => {
    const { tn } = textOf(en, 'en');
    expect([0, 1, 2].map((count) => tn('termsOnPage', count))).toEqual([
      '0 terms on this page',
      '1 term on this page',
      '2 terms on this page',
    ]);
    expect(textOf(zh, 'zh-CN').tn('termsOnPage', 1)).toBe('本页有 1 个术语');
  });

  it('join words into a sentence', () => {
    const { tn, list } = textOf(en, 'en');
    expect(tn('cardBecause', 2, list(['Baidu', 'Tencent']))).toBe(
      'Lit here because Baidu and Tencent are on this page.',
    );
    expect(tn('cardBecause', 1, list(['Baidu']))).toBe('Lit here because Baidu is on this page.');
  });

  it('are there in both languages, with the same substitutions', () => {
    const placesOf = (messages: Messages) =>
      Object.entries(messages).map(([key, { message }]) => [key, [...new Set(message.match(/\$\d/g))].sort()]);
    expect(placesOf(zh)).toEqual(placesOf(en));
  });

  it('leave no text empty', () => {
    for (const { message } of [...Object.values(en), ...Object.values(zh)]) expect(message.trim()).not.toBe('');
  });

  it('describe the extension in the 132 characters that stores allow', () => {
    expect(en.extensionDescription.message.length).toBeLessThanOrEqual(132);
    expect(zh.extensionDescription.message.length).toBeLessThanOrEqual(132);
  });
});
