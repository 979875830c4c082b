// The section of the options on the language that terms are explained in.
import { useId } from 'preact/hooks';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { useText } from '../../components/text.tsx';
import type { DefinitionLanguage } from '../shared/settings.ts';
import { OptionsSection } from './OptionsSection.tsx';

interface LanguageSectionProps {
  readonly chosen: DefinitionLanguage;
  readonly onChoose: (definitions: DefinitionLanguage) => void;
}

/** Apart from the language of buttons and menus, which is the browser's. Languages are named in themselves. */
export function LanguageSection({ chosen, onChoose }: LanguageSectionProps) {
  const { t } = useText();
  const headingId = useId();
  return (
    <OptionsSection>
      <h2 id={headingId}>{t('optionsDefinitions')}</h2>
      <ChoiceGroup
        labelledBy={headingId}
        choices={[
          { value: 'auto', label: t('definitionsAuto'), hint: t('definitionsAutoHint') },
          { value: 'en', label: nameOf('en'), lang: 'en' },
          { value: 'zh', label: nameOf('zh'), lang: 'zh' },
        ]}
        chosen={chosen}
        onChoose={onChoose}
      />
    </OptionsSection>
  );
}

/** "English", "中文" */
function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
