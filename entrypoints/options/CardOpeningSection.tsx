// The section of the options on what opens a card.
import { useId } from 'preact/hooks';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { useText } from '../../components/text.tsx';
import type { CardOpeningSetting } from '../shared/settings.ts';
import { OptionsSection } from './OptionsSection.tsx';

interface CardOpeningSectionProps {
  readonly chosen: CardOpeningSetting;
  readonly onChoose: (opening: CardOpeningSetting) => void;
}

/** How long the pointer rests on a word before its card opens, or what else it takes. */
export function CardOpeningSection({ chosen, onChoose }: CardOpeningSectionProps) {
  const { t } = useText();
  const headingId = useId();
  return (
    <OptionsSection>
      <h2 id={headingId}>{t('optionsOpening')}</h2>
      <ChoiceGroup
        labelledBy={headingId}
        choices={[
          { value: 'quick', label: t('openingQuick'), hint: t('openingQuickHint') },
          { value: 'normal', label: t('openingNormal'), hint: t('openingNormalHint') },
          { value: 'calm', label: t('openingCalm'), hint: t('openingCalmHint') },
          { value: 'key', label: t('openingKey'), hint: t('openingKeyHint') },
          { value: 'click', label: t('openingClick'), hint: t('openingClickHint') },
        ]}
        chosen={chosen}
        onChoose={onChoose}
      />
    </OptionsSection>
  );
}
