// A text that is read as any page is, with the settings as they are: what each of them does is seen at once.
import { useText } from '../../components/text.tsx';
import { UnlitNote } from '../../components/UnlitNote.tsx';
import type { Settings } from '../shared/settings.ts';
import { whySwitchedOff } from '../shared/why-unlit.ts';

/** Two sections with terms of every level, some of them twice; and why nothing is lit where neither pauses nor lists let it be. */
export function Preview({ settings }: { settings: Settings }) {
  const { t } = useText();
  const reason = whySwitchedOff(settings, ''); // it is of no site
  return (
    <aside class="preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading" class="small" data-termlight="off">
        {t('preview')}
      </h2>
      <h3>{t('previewRenting')}</h3>
      <p>{t('previewRentingText')}</p>
      <h3>{t('previewOwn')}</h3>
      <p>{t('previewOwnText')}</p>
      {reason && (
        <div class="preview-unlit small" role="status" data-termlight="off">
          <UnlitNote {...reason} />
        </div>
      )}
    </aside>
  );
}
