// How lit terms look, as the reader has chosen it.

/** A dotted line under a term; a tint behind it, with a thin line at its foot; or dotted line and tint. */
export const HIGHLIGHT_STYLES = ['underline', 'tint', 'both'] as const;

/** What a reader chooses. */
export interface HighlightLook {
  readonly style: (typeof HIGHLIGHT_STYLES)[number];
  /** Of tint and glow, in degrees of OKLCH; `null`: amber. Lines have the colour of the text. */
  readonly hue: number | null;
}

export const DEFAULT_LOOK: HighlightLook = { style: 'underline', hue: null };

const TINT = '22%'; // opacity; text that is read well stays so

/** The properties that the rules of `components/highlight.css` use, as CSS declarations; none for the default. */
export function lookProperties({ style, hue }: HighlightLook): string {
  const tint = style === 'underline' ? '' : `--termlight-tint:${TINT};`;
  const line = style === 'tint' ? '--termlight-line:solid;' : '';
  return tint + line + (hue === null ? '' : `--termlight-hue:${hue};`);
}
