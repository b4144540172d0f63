import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Corrections } from '@/components/audit/corrections';
import { SeenBy } from '@/components/form/field-parts';
import { TextArea } from '@/components/form/text-area';
import { Prose } from '@/components/layout/section';
import { contentLang } from '@/lib/core/paths';
import { recordField } from '@/lib/forum/minutes/schema';
import type { MinutesItem, MinutesItemToWrite } from '@/lib/forum/minutes/types';
import { Raised } from './raised';

const SEEN = 'minutes-seen';

type ItemsProps<Item> = {
  locale: string;
  items: readonly Item[];
  /** Below each item, e.g. what the office can do with it. */
  actions?: ((item: Item) => ReactNode) | undefined;
};
type FieldsProps = { locale: string; items: readonly MinutesItemToWrite[] };

/** What was said, item by item; items nothing was written about are left out. */
export async function MinutesText<Item extends MinutesItem>(props: ItemsProps<Item>) {
  const { locale, items, actions } = props;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const lang = contentLang(locale);
  return (
    <>
      {items
        .filter(({ record }) => record !== '')
        .map((item) => {
          const { position, title, record, raised, late, corrections } = item;
          return (
            <section key={position} className="break-inside-avoid" aria-label={title}>
              <h3 lang={lang}>{t('minutes.item', { position, title })}</h3>
              <Raised {...{ locale, raised, late }} />
              <Prose lang={lang}>
                <p className="whitespace-pre-line">{record}</p>
              </Prose>
              <Corrections {...{ locale, corrections }} />
              {actions?.(item)}
            </section>
          );
        })}
    </>
  );
}

/** One field for each item of the agenda. */
export async function MinutesFields({ locale, items }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const seen = { audience: 'PUBLIC', text: t('minutes.seen') } as const;
  return (
    <>
      <SeenBy id={SEEN} seen={seen} />
      {items.map(({ id, position, title }) => (
        <TextArea
          key={id}
          name={recordField(id)}
          label={t('minutes.item', { position, title })}
          whoSees={{ above: SEEN }}
          rows={4}
          optionalText=""
        />
      ))}
    </>
  );
}
