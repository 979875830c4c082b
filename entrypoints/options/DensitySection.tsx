// The section of the options on how much of the terms on a page is lit.
import { useId } from 'preact/hooks';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';
import type { Settings } from '../shared/settings.ts';
import { OptionsSection } from './OptionsSection.tsx';

/** Occurrences on one screenful, as choices: few enough to count, and about a line in two of a usual text. */
const CEILINGS = ['5', '10', '20'] as const;
const NO_CEILING = 'none';

type DensityChoices = Pick<Settings, 'density' | 'ceiling' | 'fading'>;

interface DensitySectionProps extends DensityChoices {
  readonly onChange: (changed: Partial<DensityChoices>) => void;
}

/** Which occurrences are lit, how many at a time, and whether they fade. What is not is explained with Shift held, and in the panel. */
export function DensitySection({ density, ceiling, fading, onChange }: DensitySectionProps) {
  const { t } = useText();
  const headingId = useId();
  const ceilingId = useId();
  return (
    <OptionsSection>
      <h2 id={headingId}>{t('optionsDensity')}</h2>
      <p class="small secondary">{t('optionsDensityText')}</p>
      <ChoiceGroup
        labelledBy={headingId}
        choices={[
          { value: 'every', label: t('densityEvery') },
          { value: 'section', label: t('densitySection'), hint: t('densitySectionHint') },
          { value: 'page', label: t('densityPage') },
          { value: 'quiet', label: t('densityQuiet'), hint: t('densityQuietHint') },
        ]}
        chosen={density}
        onChoose={(chosen) => onChange({ density: chosen })}
      />
      <h3 id={ceilingId}>{t('densityCeiling')}</h3>
      <ChoiceGroup
        labelledBy={ceilingId}
        choices={[
          { value: NO_CEILING, label: t('ceilingNone') },
          ...CEILINGS.map((value) => ({ value, label: value })),
        ]}
        chosen={ceiling === null ? NO_CEILING : String(ceiling)}
        onChoose={(chosen) => onChange({ ceiling: chosen === NO_CEILING ? null : Number(chosen) })}
      />
      <Switch label={t('densityFading')} checked={fading} onChange={(on) => onChange({ fading: on })} />
      <p class="small secondary">{t('densityFadingText')}</p>
    </OptionsSection>
  );
}
