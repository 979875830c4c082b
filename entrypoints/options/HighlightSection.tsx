// The section of the options on how lit terms look.
import { useId } from 'preact/hooks';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';
import type { HighlightLook } from '../shared/highlight-look.ts';
import { OptionsSection } from './OptionsSection.tsx';

const FIRST_HUE = 250; // degrees of OKLCH: a blue, far from the amber that stands without a choice
const HUE_STEP = 10;

interface HighlightSectionProps {
  readonly look: HighlightLook;
  /** What is not chosen anew stays as it is. */
  readonly onChange: (chosen: Partial<HighlightLook>) => void;
}

/** Style and colour. */
export function HighlightSection({ look, onChange }: HighlightSectionProps) {
  const { t } = useText();
  const headingId = useId();
  const { hue } = look;
  return (
    <OptionsSection>
      <h2 id={headingId}>{t('optionsHighlight')}</h2>
      <ChoiceGroup
        labelledBy={headingId}
        choices={[
          { value: 'underline', label: t('highlightUnderline') },
          { value: 'tint', label: t('highlightTint') },
          { value: 'both', label: t('highlightBoth') },
        ]}
        chosen={look.style}
        onChoose={(style) => onChange({ style })}
      />
      <Switch
        label={t('highlightOwnColour')}
        checked={hue !== null}
        onChange={(own) => onChange({ hue: own ? FIRST_HUE : null })}
      />
      {hue !== null && (
        <input
          type="range"
          class="hue"
          aria-label={t('highlightHue')}
          aria-valuetext={`${hue}°`}
          max={360 - HUE_STEP}
          step={HUE_STEP}
          value={hue}
          onInput={(event) => onChange({ hue: event.currentTarget.valueAsNumber })}
        />
      )}
    </OptionsSection>
  );
}
