// The options page's content: every setting, where it can be taken back.
import { useMemo, useState } from 'preact/hooks';
import { ProblemNotes } from '../../components/ProblemNote.tsx';
import { RemovableList } from '../../components/RemovableList.tsx';
import { useText } from '../../components/text.tsx';
import { parseTermKey } from '../../glossary/model.ts';
import { sendMessage } from '../shared/messages.ts';
import { useProblems, useSettings, useTerms } from '../shared/page-hooks.ts';
import { notSaved, type PageProblem } from '../shared/problem.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  type Settings,
  withKnownTerm,
  withOtherMeaning,
} from '../shared/settings.ts';
import { CardOpeningSection } from './CardOpeningSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DensitySection } from './DensitySection.tsx';
import { GlossaryList } from './GlossaryList.tsx';
import { HighlightSection } from './HighlightSection.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { LevelSection } from './LevelSection.tsx';
import { OptionsSearch, SearchedSections, useOptionsSearch } from './OptionsSearch.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { Preview } from './Preview.tsx';
import { SitesSection } from './SitesSection.tsx';
import { SyncSection } from './SyncSection.tsx';

/** A preview; levels, density, opening of cards, languages, look of lit terms, sites, known terms, other meanings, glossaries, sync, all data, privacy. */
export function Options() {
  const { t } = useText();
  const { search, words, tell } = useOptionsSearch();
  const terms = useTerms();
  const reading = useSettings();
  const problems = useProblems(terms, reading);
  const [failures, setFailures] = useState<PageProblem[]>([]);
  const settings = reading?.settings ?? DEFAULT_SETTINGS;
  const readings = terms.status === 'read' ? terms.readings : [];
  const labels = useMemo(() => new Map(readings.map(({ key, term }) => [key, term.label])), [terms]);
  const labelOf = (key: string) => labels.get(key) ?? parseTermKey(key).termId;
  const save = (saving: Promise<unknown>) =>
    void saving.then(
      () => setFailures([]),
      (error: unknown) => setFailures([notSaved(error)]),
    );
  const change = (next: (settings: Settings) => Partial<Settings>) => save(changeSettings(next));

  return (
    <main class="options">
      <header data-termlight="off">
        <h1>{t('optionsTitle')}</h1>
        <OptionsSearch {...search} />
        <ProblemNotes problems={[...problems, ...failures]} />
      </header>
      {reading && <Preview settings={settings} />}
      <div class="options-sections" data-termlight="off">
        <SearchedSections words={words} tell={tell}>
          {reading && (
            <>
              <LevelSection
                levels={settings.levels}
                onChoose={(levels) => change(() => ({ levels }))}
                badge={settings.badge}
                onBadge={(badge) => change(() => ({ badge }))}
              />
              <DensitySection
                density={settings.density}
                ceiling={settings.ceiling}
                fading={settings.fading}
                onChange={(changed) => change(() => changed)}
              />
              <CardOpeningSection
                chosen={settings.cardOpening}
                onChoose={(cardOpening) => change(() => ({ cardOpening }))}
              />
              <LanguageSection
                chosen={settings.definitions}
                onChoose={(definitions) => change(() => ({ definitions }))}
              />
              <HighlightSection
                look={settings.highlight}
                onChange={(chosen) => change(({ highlight }) => ({ highlight: { ...highlight, ...chosen } }))}
              />
              <SitesSection
                settings={settings}
                onChange={change}
                onPause={(until) => save(sendMessage('pause', { until }))}
              />
            </>
          )}
          <OptionsSection>
            <h2>{t('optionsKnown')}</h2>
            <RemovableList
              items={settings.knownTerms}
              nameOf={labelOf}
              none={t('optionsKnownNone')}
              onRemove={(key) => change((current) => withKnownTerm(current, key, false))}
              onRestore={(key) => change((current) => withKnownTerm(current, key, true))}
            />
          </OptionsSection>
          <OptionsSection>
            <h2>{t('optionsMeanings')}</h2>
            <RemovableList
              items={meaningsOf(settings)}
              nameOf={({ site, key }) => t('optionsMeaningOn', labelOf(key), site || t('optionsNoSite'))}
              none={t('optionsMeaningsNone')}
              onRemove={({ site, key }) => change((current) => withOtherMeaning(current, site, key, false))}
              onRestore={({ site, key }) => change((current) => withOtherMeaning(current, site, key, true))}
            />
          </OptionsSection>
          <OptionsSection>
            <h2>{t('optionsGlossaries')}</h2>
            <GlossaryList readings={readings} />
          </OptionsSection>
          <SyncSection onChange={save} />
          <DataSection />
          <OptionsSection>
            <h2>{t('optionsPrivacy')}</h2>
            <p>{t('optionsPrivacyText')}</p>
          </OptionsSection>
        </SearchedSections>
      </div>
    </main>
  );
}

/** The terms that mean something else on a site, as a flat list, site by site. */
function meaningsOf({ otherMeanings }: Settings) {
  return Object.entries(otherMeanings).flatMap(([site, keys]) => keys.map((key) => ({ site, key })));
}
