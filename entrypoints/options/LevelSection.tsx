// The section of the options on how specialised the terms are that are lit, and whether they are counted.
import { useId } from 'preact/hooks';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useText } from '../../components/text.tsx';
import type { Level } from '../../glossary/model.ts';
import { OptionsSection } from './OptionsSection.tsx';

const CHOICES = {
  specialist: ['specialist'],
  general: ['general', 'specialist'],
  all: ['everyday', 'general', 'specialist'],
} as const satisfies Record<string, readonly Level[]>;
type Choice = keyof typeof CHOICES;

interface LevelSectionProps {
  readonly levels: readonly Level[];
  readonly onChoose: (levels: readonly Level[]) => void;
  readonly badge: boolean;
  readonly onBadge: (badge: boolean) => void;
}

/** From the rarest words alone to all of them. What is not lit is still explained when it is looked up. */
export function LevelSection({ levels, onChoose, badge, onBadge }: LevelSectionProps) {
  const { t } = useText();
  const headingId = useId();
  const chosen: Choice = levels.includes('everyday') ? 'all' : levels.includes('general') ? 'general' : 'specialist';
  return (
    <OptionsSection>
      <h2 id={headingId}>{t('optionsLevels')}</h2>
      <ChoiceGroup
        labelledBy={headingId}
        choices={[
          { value: 'specialist', label: t('levelsSpecialist'), hint: t('levelsSpecialistHint') },
          { value: 'general', label: t('levelsGeneral'), hint: t('levelsGeneralHint') },
          { value: 'all', label: t('levelsAll'), hint: t('levelsAllHint') },
        ]}
        chosen={chosen}
        onChoose={(choice) => onChoose(CHOICES[choice])}
      />
      <Switch label={t('badgeSwitch')} checked={badge} onChange={onBadge} />
    </OptionsSection>
  );
}
