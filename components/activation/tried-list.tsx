import { getTranslations } from 'next-intl/server';
import { Prose } from '@/components/layout/section';
import { EmptyState } from '@/components/ui/empty-state';
import type { PublishedFormat } from '@/lib/activation/published/types';
import { contentLang } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { TrialPhoto } from './trial-photo';

interface TriedListProps {
  locale: string;
  formats: readonly PublishedFormat[];
  /** Something else stands on the page, so that it is not empty. */
  isBeside: boolean;
}

/** What was tried and learnt, one by one, in the words written for everybody. */
export async function TriedList({ locale, formats, isBeside }: TriedListProps) {
  const t = await getTranslations({ locale, namespace: 'activation.public' });
  if (formats.length === 0 && isBeside) return null;
  if (formats.length === 0) {
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {formats.map((format) => (
        <Tried key={format.id} locale={locale} format={format} />
      ))}
      <p className="small mt-6 text-ink-soft">{t('counted')}</p>
    </>
  );
}

async function Tried({ locale, format }: { locale: string; format: PublishedFormat }) {
  const t = await getTranslations({ locale, namespace: 'activation.public' });
  const { id, publicName, publicText, publicLearnt, state, decidedAt } = format;
  const lang = contentLang(locale);
  const date = decidedAt ? longDate(decidedAt, locale) : '';
  // messages: activation.public.EVALUATED activation.public.ESTABLISHED activation.public.ADJUSTED activation.public.DISCARDED
  const stands = state === 'IN_TRIAL' ? t('trying') : t(state, { date });
  const counted = [
    t('trials', { count: format.trials }),
    ...(format.reached === null ? [] : [t('reached', { count: format.reached })]),
    ...(format.firstTimers === null ? [] : [t('first', { count: format.firstTimers })]),
  ];
  return (
    <article
      className="mt-10 min-w-0 break-inside-avoid border-t border-rule pt-6 wrap-anywhere"
      aria-labelledby={`f${id}`}
    >
      <h2 id={`f${id}`} lang={lang}>
        {publicName}
      </h2>
      <p>
        <strong>{stands}</strong>
      </p>
      <Prose lang={lang}>
        <p className="whitespace-pre-line">{publicText}</p>
      </Prose>
      {format.photos.map((photo) => (
        <TrialPhoto key={photo.id} {...{ locale, photo }} />
      ))}
      {publicLearnt ? (
        <>
          <h3 className="mt-6">{t('learnt')}</h3>
          <Prose lang={lang}>
            <p className="whitespace-pre-line">{publicLearnt}</p>
          </Prose>
        </>
      ) : null}
      <p className="small text-ink-soft">{counted.join(' ')}</p>
    </article>
  );
}
