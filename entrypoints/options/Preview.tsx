// A text that is read as any page is, with the settings as they are: what each of them does is seen at once.
import { useText } from '../../components/text.tsx';
import { isLitOn, isSiteOn, type Settings } from '../shared/settings.ts';

/** Two sections with terms of every level, some of them twice; and why nothing is lit where neither pauses nor lists let it be. */
export function Preview({ settings }: { settings: Settings }) {
  const { t } = useText();
  const site = location.hostname;
  return (
    <aside class="preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading" class="small" data-termlight="off">
        {t('preview')}
      </h2>
      <h3>{t('previewRenting')}</h3>
      <p>{t('previewRentingText')}</p>
      <h3>{t('previewOwn')}</h3>
      <p>{t('previewOwnText')}</p>
      {!isLitOn(settings, site) && (
        <p class="preview-unlit small" role="status" data-termlight="off">
          {isSiteOn(settings, site) ? t('pagePaused') : t('pageNotListed')}
        </p>
      )}
    </aside>
  );
}
