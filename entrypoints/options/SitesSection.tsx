// The section of the options on which sites terms are lit, and that pauses it on all of them.
import { useId, useRef } from 'preact/hooks';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { PauseLine } from '../../components/PauseLine.tsx';
import { RemovableList } from '../../components/RemovableList.tsx';
import { SiteField } from '../../components/SiteField.tsx';
import { type MessageKey, useText } from '../../components/text.tsx';
import { EVERY_SITE, type Settings, withoutSite, withSite } from '../shared/settings.ts';
import { parseSitePattern } from '../shared/site-patterns.ts';
import { OptionsSection } from './OptionsSection.tsx';

interface SiteListsProps {
  readonly settings: Settings;
  readonly onChange: (change: (settings: Settings) => Partial<Settings>) => void;
}

interface SitesSectionProps extends SiteListsProps {
  readonly onPause: (until: Settings['pausedUntil']) => void;
}

/** Everywhere or only on some sites; the list that goes with it, then the one of exceptions, where there are any; and a pause. */
export function SitesSection({ settings, onChange, onPause }: SitesSectionProps) {
  const { t } = useText();
  const headingId = useId();
  const isOnlyListed = settings.sitesOff.includes(EVERY_SITE);
  const lists = [
    <SiteList key="off" isOn={false} isMain={!isOnlyListed} settings={settings} onChange={onChange} />,
    <SiteList key="on" isOn={true} isMain={isOnlyListed} settings={settings} onChange={onChange} />,
  ];
  return (
    <OptionsSection>
      <h2 id={headingId}>{t('optionsSites')}</h2>
      <ChoiceGroup
        labelledBy={headingId}
        choices={[
          { value: 'everywhere', label: t('sitesEverywhere') },
          { value: 'only', label: t('sitesOnly') },
        ]}
        chosen={isOnlyListed ? 'only' : 'everywhere'}
        onChoose={(value) => onChange((current) => withSite(current, EVERY_SITE, value === 'everywhere'))}
      />
      {isOnlyListed ? lists.reverse() : lists}
      <PauseLine pausedUntil={settings.pausedUntil} onPause={onPause} />
    </OptionsSection>
  );
}

interface SiteListProps extends SiteListsProps {
  readonly isOn: boolean;
  readonly isMain: boolean;
}

const TEXTS = {
  on: { heading: 'sitesOn', add: 'sitesOnAdd', none: 'sitesOnNone' },
  off: { heading: 'sitesOff', add: 'sitesOffAdd', none: 'optionsSitesNone' },
} as const satisfies Record<string, Record<string, MessageKey>>;

function SiteList({ isOn, isMain, settings, onChange }: SiteListProps) {
  const { t } = useText();
  const texts = TEXTS[isOn ? 'on' : 'off'];
  const sites = (isOn ? settings.sitesOn : settings.sitesOff).filter((site) => site !== EVERY_SITE);
  const wasShown = useRef(false);
  wasShown.current ||= isMain || sites.length > 0; // the last one that is removed can still be put back
  if (!wasShown.current) return null;
  const add = (text: string): boolean => {
    const site = parseSitePattern(text);
    if (site !== null) onChange((current) => withSite(current, site, isOn));
    return site !== null;
  };
  return (
    <>
      <h3>{t(texts.heading)}</h3>
      <RemovableList
        items={sites}
        nameOf={(site) => site}
        none={t(texts.none)}
        onRemove={(site) => onChange((current) => withoutSite(current, site))}
        onRestore={(site) => onChange((current) => withSite(current, site, isOn))}
      />
      {isMain && <SiteField label={t(texts.add)} onAdd={add} />}
    </>
  );
}
